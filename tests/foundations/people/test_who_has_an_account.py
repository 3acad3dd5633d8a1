"""No page says whether an e-mail address has an account, or whose it is."""

import re

import pytest

from borough.foundations.people.models import Membership, User


def shown(client, address, page):
    asked = client.post(page, {"email": address}, follow=True)
    return re.sub(r'value="[^"]{40,}"', "", asked.text).replace(address, "…"), asked.redirect_chain


@pytest.mark.parametrize("page", ["/sign-in/", "/sign-in/officer/password/"])
def test_the_pages_are_the_same_for_all(client, resident, colleague, page):
    closed = User.objects.create_user("closed@example.org", is_active=False)
    pages = []
    for address in ("nobody@example.org", resident.email, colleague.email, closed.email):
        pages.append(shown(client, address, page))
        client.logout()
    assert all(page == pages[0] for page in pages)


def test_a_wrong_password_says_the_same_as_no_account(client, resident, colleague):
    resident.set_password("a password they should not have")
    resident.save()
    tries = [
        {"login": "nobody@example.org", "password": "wrong"},
        {"login": colleague.email, "password": "wrong"},
        {"login": resident.email, "password": "a password they should not have"},
    ]
    for typed in tries:
        page = client.post("/sign-in/officer/", typed)
        assert page.status_code == 200
        assert "do not match an officer’s account" in page.text
        assert f'value="{typed["login"]}"' in page.text
        assert typed["password"] not in page.text


def test_an_officer_gets_no_code(client, colleague, mailoutbox):
    client.post("/sign-in/", {"email": colleague.email})
    assert "Officers sign in with a password" in mailoutbox[0].body
    assert not re.search(r"\b[0-9]{6}\b", mailoutbox[0].body)
    assert client.post("/sign-in/code/", {"code": ""}).status_code == 200
    assert "/sign-in/officer/" in mailoutbox[0].body


def test_a_closed_account_gets_no_code(client, db, mailoutbox):
    User.objects.create_user("closed@example.org", is_active=False)
    client.post("/sign-in/", {"email": "closed@example.org"})
    assert "account is closed" in mailoutbox[0].body
    assert not re.search(r"\b[0-9]{6}\b", mailoutbox[0].body)


def test_only_officers_get_a_code_for_a_password(client, resident, colleague, mailoutbox):
    client.post("/sign-in/officer/password/", {"email": resident.email})
    assert not mailoutbox
    client.post("/sign-in/officer/password/", {"email": colleague.email})
    assert mailoutbox[0].to == [colleague.email]


def test_a_code_sent_before_somebody_joined_a_team_is_no_way_round(client, resident, teams, code):
    client.post("/sign-in/", {"email": resident.email})
    Membership.objects.create(user=resident, team=teams[0])
    assert client.post("/sign-in/code/", {"code": code()})["Location"] == "/sign-in/officer/"
    assert client.get("/you/")["Location"].startswith("/sign-in/")
