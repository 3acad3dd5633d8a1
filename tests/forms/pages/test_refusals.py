"""Requests that are wrong in themselves: each has a page that says so."""

import pytest
from django.test import Client

from ..made import ANSWERS, fill

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address",
    [
        "/services/nothing/",
        "/services/nothing/privacy/",
        "/apply/nothing/",
        "/apply/nothing/send",
        "/apply/nothing/save",
        "/apply/borrow-a-bike/nothing",
        f"/services/{'x' * 3000}/",
        "/apply/borrow-a-bike/%00",
        "/apply/..%2f..%2fetc/who",
    ],
)
def test_what_is_not_there_is_not_found(client, bike, address):
    post = address.endswith("send")
    assert (client.post(address) if post else client.get(address)).status_code == 404


def test_a_form_from_another_site_is_refused_kindly(bike):
    client = Client(enforce_csrf_checks=True)
    response = client.post("/apply/borrow-a-bike/who", {"who": "me"})
    assert response.status_code == 403
    assert b"<h1" in response.content


def test_our_own_form_is_taken(bike):
    client = Client(enforce_csrf_checks=True)
    page = client.get("/apply/borrow-a-bike/who").content.decode()
    token = page.split('name="csrfmiddlewaretoken" value="')[1][:64]
    response = client.post("/apply/borrow-a-bike/who", {"who": "me", "csrfmiddlewaretoken": token})
    assert response["Location"] == "/apply/borrow-a-bike/name"


@pytest.mark.parametrize(
    ("data", "status"), [({"full_name": "x" * 3_000_000}, 413), ({f"f{n}": "" for n in range(2_100)}, 400)]
)
def test_more_than_a_form_can_hold_is_refused(client, bike, data, status):
    fill(client, answers=[ANSWERS[0]])
    assert client.post("/apply/borrow-a-bike/name", data).status_code == status


@pytest.mark.parametrize("cookie", ["", "x", "x" * 4000, "\x7f", "é", "'; --"])
def test_a_cookie_that_opens_nothing_begins_anew(client, bike, cookie):
    client.cookies["form-borrow-a-bike"] = cookie
    assert client.get("/apply/borrow-a-bike/who").status_code == 200
    assert client.get("/apply/borrow-a-bike/name").status_code == 410


@pytest.mark.parametrize("address", ["who", "check-answers", "send", "sent", "save", "resume", "start-again"])
@pytest.mark.parametrize("method", ["put", "delete", "patch", "options"])
def test_other_methods_are_refused(answered, address, method):
    assert getattr(answered, method)(f"/apply/borrow-a-bike/{address}").status_code == 405


@pytest.mark.parametrize("address", ["send", "start-again"])
def test_what_changes_something_is_not_done_by_a_link(answered, address):
    assert answered.get(f"/apply/borrow-a-bike/{address}").status_code == 405


def test_sending_too_often_is_refused_kindly(answered, settings):
    settings.SEND_LIMIT = (1, 3600)
    answered.post("/apply/borrow-a-bike/send")
    assert answered.post("/apply/borrow-a-bike/send").status_code == 429


def test_pages_are_never_kept_by_a_cache(answered):
    for page in ("who", "check-answers"):
        assert "no-store" in answered.get(f"/apply/borrow-a-bike/{page}")["Cache-Control"]
