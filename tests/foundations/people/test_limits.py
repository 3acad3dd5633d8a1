"""Guessing and pestering stop soon, with a kind page."""

import pytest

from .conftest import PASSWORD


def test_codes_to_one_address(client, db, mailoutbox):
    for _ in range(6):
        assert client.post("/sign-in/", {"email": "new@example.org"}).status_code == 302
    page = client.post("/sign-in/", {"email": "NEW@example.org"})
    assert page.status_code == 429
    assert len(mailoutbox) == 6
    assert client.post("/sign-in/", {"email": "other@example.org"}).status_code == 302


def test_codes_to_one_address_in_a_day(client, db, monkeypatch):
    from borough.foundations.limits.actions import hit
    from borough.foundations.people.views import sign_in

    monkeypatch.setattr(sign_in, "hit", lambda **said: said["scope"] == "sign-in-code" or hit(**said))
    pages = [client.post("/sign-in/", {"email": "new@example.org"}).status_code for _ in range(21)]
    assert pages == [302] * 20 + [429]


def test_codes_sent_again_count(client, db, mailoutbox):
    for _ in range(5):
        client.post("/sign-in/", {"email": "new@example.org"})
    assert client.post("/sign-in/code/", {"action": "resend"}).status_code == 302
    assert client.post("/sign-in/code/", {"action": "resend"}).status_code == 429
    assert len(mailoutbox) == 6


def test_passwords_for_one_account(client, colleague):
    for _ in range(10):
        client.post("/sign-in/officer/", {"login": colleague.email, "password": "wrong"})
    assert client.post("/sign-in/officer/", {"login": colleague.email, "password": PASSWORD}).status_code == 429


def test_second_factors_for_one_account(enter, colleague):
    client = enter(colleague, factor=False)
    for _ in range(12):
        client.post("/sign-in/officer/again/", {"password": "wrong"})
    assert client.post("/sign-in/officer/again/", {"password": PASSWORD}).status_code == 429


def test_codes_for_a_password(client, colleague, mailoutbox):
    for _ in range(6):
        client.post("/sign-in/officer/password/", {"email": colleague.email})
    assert client.post("/sign-in/officer/password/", {"email": colleague.email}).status_code == 429


@pytest.mark.parametrize("page", ["/sign-in/", "/sign-in/officer/"])
def test_one_address_of_the_network(client, db, page, monkeypatch):
    from borough.foundations.limits import decorators

    monkeypatch.setattr(decorators, "hit", lambda **said: False)
    assert client.post(page, {"email": "x@example.org"}).status_code == 429
    assert client.get(page).status_code == 200
