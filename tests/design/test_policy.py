"""What every public page of ours may load: our own files, and one line of script known by its hash."""

import re

import pytest

from borough.design.scripts import READY, READY_HASH

pytestmark = pytest.mark.django_db
PATHS = ["/", "/accessibility/", "/privacy/", "/cookies/", "/services/", "/sign-in/", "/nowhere/"]
ADDRESS = re.compile(r"""(?:src|href|action|srcset|poster)\s*=\s*["']?\s*((?:https?:)?//[^"'\s>]+)""", re.I)


@pytest.fixture(params=PATHS)
def answer(request, client):
    return client.get(request.param)


def test_the_policy_is_strict(answer):
    policy = answer["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "*" not in policy
    assert READY_HASH in policy
    for part in (
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
    ):
        assert part in policy


def test_the_page_keeps_to_it(answer):
    words = answer.content.decode()
    inline = [script for script in re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", words, re.S) if script]
    assert inline == [READY]
    assert not re.search(r"<style\b|\sstyle=|\son\w+=", words)


def test_nothing_comes_from_elsewhere(answer):
    assert not ADDRESS.findall(answer.content.decode())
