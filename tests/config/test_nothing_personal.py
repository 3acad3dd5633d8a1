"""A whole journey of somebody we know everything about, and not a word of it in the log."""

import io
import json
import logging
import re
from html import unescape

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from borough.config import logs
from tests import people

WORDS = ["Zebedee", "Quillfeather", "zebedee.quillfeather@example.org", "07700 900777", "07700900777", "Marmalade Row"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def lines():
    """What production would have written, at its most talkative."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(logs.Lines())
    root, ours = logging.getLogger(), logging.getLogger("borough")
    before = root.level, ours.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    ours.setLevel(logging.DEBUG)
    yield lambda: written.getvalue()
    root.removeHandler(handler)
    root.setLevel(before[0])
    ours.setLevel(before[1])


def clean(text):
    found = [word for word in WORDS if word.lower() in text.lower()]
    assert not found, found
    for line in text.splitlines():
        json.loads(line)
    return text


def test_signing_in_and_failing_to(lines):
    client = Client()
    client.post(reverse("account_request_login_code"), {"email": WORDS[2]})
    client.post(reverse("account_login"), {"login": WORDS[2], "password": "Zebedee Quillfeather"})
    client.get("/work/cases/?q=Zebedee")
    people.signed_in(people.officer()).get("/work/find/?q=Zebedee+Quillfeather")
    people.signed_in(people.officer()).get("/work/cases/ZEB-EDE-EQU/")
    assert '"route"' in clean(lines())


def test_a_form_filled_in(lines):
    call_command("services", "publish", stdout=io.StringIO())
    client = Client()
    answer = client.get("/apply/borrow-a-device/", follow=True)
    for _ in range(3):
        address = answer.request["PATH_INFO"]
        names = set(re.findall(r'name="([\w-]+)"', unescape(answer.content.decode()))) - {"csrfmiddlewaretoken"}
        answer = client.post(address, dict.fromkeys(names, " ".join(WORDS)), follow=True)
    client.get(f"/resume/{'Zebedee-Quillfeather-0123456789'}")
    assert "apply-page" in clean(lines())


def test_a_fault_in_the_middle(lines, monkeypatch):
    def fail(*_, **__):
        raise ValueError(f"could not read {WORDS[0]} {WORDS[1]}, {WORDS[2]}, {WORDS[3]}")

    monkeypatch.setattr("borough.forms.views.start.queries.services", fail)
    client = Client(raise_request_exception=False)
    assert client.get("/services/?name=Zebedee").status_code == 500
    assert "ValueError" in clean(lines())
