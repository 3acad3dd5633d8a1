"""Cookies, headers and sizes that no browser sends: a kind page, and the answers that were there stay there."""

import pytest
from django.conf import settings
from django.test import Client

from borough.forms.models import Journey
from borough.forms.views.place import cookie_name

from .. import made
from .looking import harmless

pytestmark = pytest.mark.django_db
PAGE = "/apply/borrow-a-bike/name"
TYPED = "application/x-www-form-urlencoded"
COOKIE = cookie_name("borrow-a-bike")
ODD = [
    "", "\0", "\xff\xfe", "x" * 8_000, "a;b=c", '"', "<script>hostile(1)</script>", "null", "../..", "é",
    "\r\nSet-Cookie: a=b",
]  # fmt: skip


@pytest.fixture
def token(client, bike):
    """The cookie of somebody who has answered the first page."""
    made.fill(client, answers=made.ANSWERS[:1])
    return client.cookies[COOKIE].value


def altered(token):
    """The cookie as somebody who does not have it might guess it, and other things that a cookie never is."""
    kept = Journey.objects.get().token_hash
    return [*ODD, kept, token[:-1], f"{token}=", token.swapcase(), token[::-1], str(Journey.objects.get().pk)]


def test_no_altered_cookie_opens_the_form(token):
    for value in altered(token):
        response = Client().get(PAGE, HTTP_COOKIE=f"{COOKIE}={value}")
        harmless(response)
        assert response.status_code == 410, value


def test_another_forms_cookie_opens_nothing(token, everything):
    assert Client().get("/apply/everything/story", HTTP_COOKIE=f"form-everything={token}").status_code == 410


@pytest.mark.parametrize("name", ["csrftoken", "sessionid", "language", "messages", COOKIE * 500])
def test_any_other_cookie_may_be_anything(token, name):
    for value in ODD:
        response = Client().get(PAGE, HTTP_COOKIE=f"{COOKIE}={token}; {name}={value}")
        harmless(response)
        assert response.status_code == 200, value


HEADERS = [
    "ACCEPT_ENCODING", "ACCEPT_LANGUAGE", "IF_MODIFIED_SINCE", "IF_NONE_MATCH", "ORIGIN", "RANGE", "REFERER",
    "USER_AGENT", "X_CSRFTOKEN", "X_FORWARDED_FOR", "X_FORWARDED_HOST", "X_FORWARDED_PROTO", "X_HTTP_METHOD_OVERRIDE",
    "X_REQUEST_ID",
]  # fmt: skip


@pytest.mark.parametrize("name", HEADERS)
def test_any_header_may_be_anything(client, token, settings, name):
    settings.TRUSTED_PROXIES = 1
    for value in ODD:
        for path in (PAGE, f"{PAGE}?change", "/apply/borrow-a-bike/save"):
            response = client.generic("POST", path, b"full_name=Ada", TYPED, headers={name.replace("_", "-"): value})
            harmless(response)
            assert response.status_code in (200, 302), (path, value, response.status_code)


def test_another_host_is_refused(token):
    for value in ["evil.example", "testserver@evil.example", "[::1", "a b", "\0", "testserver/.."]:
        assert Client().get(PAGE, HTTP_HOST=value).status_code == 400


def test_too_much_typed_is_refused_and_nothing_is_lost(client, token):
    response = client.post(PAGE, {"full_name": "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)})
    assert response.status_code == 413
    assert "That is too much" in harmless(response)
    assert Journey.objects.get().answers["who"] == "me"


def test_as_much_as_may_be_typed_is_given_back(client, token):
    response = client.post(PAGE, {"full_name": "<" * 700_000})
    assert response.status_code == 200
    assert "must be 200 characters or fewer" in harmless(response)


@pytest.mark.parametrize("length", ["0", "-1", "5", ""])
def test_a_length_that_is_not_so(client, token, length):
    for sent, kind in ((b"full_name=Ada", TYPED), (b"--b\r\n\r\n", "multipart/form-data; boundary=b")):
        response = client.generic("POST", PAGE, sent, kind, CONTENT_LENGTH=length)
        harmless(response)
        assert response.status_code in (200, 302, 400)
