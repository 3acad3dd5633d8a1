"""Pages of a form go a short way, and are as well protected as those that go the usual one."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from borough.forms import queries
from tests.forms import made

pytestmark = pytest.mark.django_db
FORM = "/apply/borrow-a-bike"
FIRST, SEND = f"{FORM}/who", f"{FORM}/send"
TYPED = {"who": "me"}
PROTECT = {
    "Content-Security-Policy",
    "Content-Type",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
    "Cache-Control",
    "Permissions-Policy",
    "Referrer-Policy",
    "Strict-Transport-Security",
    "X-Content-Type-Options",
    "X-Frame-Options",
    "Content-Length",
    "Allow",
    "Location",
}
ASKED = [
    ("get", FIRST),
    ("head", FIRST),
    ("put", FIRST),
    ("get", f"{FORM}/"),
    ("get", f"{FORM}/no-such-page"),
    ("get", "/apply/no-such-service/page"),
    ("get", f"{FORM}/check-answers"),
    ("get", SEND),
    ("post", SEND),
]


@pytest.fixture
def bike(db):
    made.publish(made.BIKE)
    yield
    queries.forget()


@pytest.fixture
def ways(bike, settings):
    """(a client that goes the short way, one that goes the usual), both on HTTPS with tokens looked at."""
    settings.SECURE_HSTS_SECONDS = 3600
    short, usual = Client(enforce_csrf_checks=True), Client(enforce_csrf_checks=True)
    usual.cookies[settings.SESSION_COOKIE_NAME] = "nobody"
    return short, usual


def protection(response):
    """Its headers, as they are, whatever their order."""
    found = {name: value for name, value in response.headers.items() if name in PROTECT}
    if "Cache-Control" in found:
        found["Cache-Control"] = str(sorted(found["Cache-Control"].split(", ")))
    return found


@pytest.mark.parametrize("secure", [False, True])
@pytest.mark.parametrize(("method", "path"), ASKED)
def test_both_ways_protect_alike(ways, method, path, secure):
    short, usual = (getattr(client, method)(path, secure=secure) for client in ways)
    assert short.status_code == usual.status_code
    assert protection(usual).items() <= protection(short).items()  # the usual page for 405 has some fewer
    assert short.headers["Vary"] == "Cookie"
    assert ("Strict-Transport-Security" in short.headers) is secure


def test_what_has_no_token_of_ours_is_refused(ways):
    for client in ways:
        assert client.post(FIRST, TYPED).status_code == 403
        assert client.post(FIRST, TYPED | {"csrfmiddlewaretoken": "a" * 64}).status_code == 403
        assert client.post(SEND).status_code == 403


def test_another_website_s_page_is_refused_whatever_its_token(ways):
    for client in ways:
        client.get(FIRST)
        token = {"csrfmiddlewaretoken": client.cookies["csrftoken"].value}
        assert client.post(FIRST, TYPED | token).status_code == 302
        assert client.post(FIRST, TYPED | token, headers={"origin": "https://elsewhere.example"}).status_code == 403


def test_a_browser_gets_the_token_s_cookie_once(client, bike):
    cookie = client.get(FIRST).cookies["csrftoken"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert "csrftoken" not in client.get(FIRST).cookies
    client.cookies["csrftoken"] = "not one of ours"
    assert "csrftoken" in client.get(FIRST).cookies


def test_a_host_that_is_not_ours_is_refused(client, bike):
    assert client.get(FIRST, headers={"host": "elsewhere.example"}).status_code == 400


def test_plain_http_is_sent_to_https(bike, settings):
    settings.SECURE_SSL_REDIRECT = True
    response = Client().get(FIRST)
    assert (response.status_code, response["Location"]) == (301, f"https://testserver{FIRST}")


@pytest.mark.parametrize("path", ["/work/", "/you/", "/documents/1/", "/editor/", "/apply/../work/"])
def test_nothing_private_goes_the_short_way(client, path):
    assert client.get(path).status_code in (302, 404)


def test_whoever_is_signed_in_goes_the_usual_way(signed_in, officer, bike):
    client = signed_in(officer())
    response = client.get(FIRST)
    assert response.wsgi_request.user.is_authenticated


def test_nobody_s_session_is_looked_for(client, bike):
    with CaptureQueriesContext(connection) as asked:
        response = client.get(f"{FORM}/no-such-page")
    assert response.status_code == 404
    assert not [query for query in asked if "session" in query["sql"]]
