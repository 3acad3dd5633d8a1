"""A code that is wrong, old, used or not there lets nobody in, and says what to do."""

import pytest

from borough.foundations.people.models import User


@pytest.fixture
def asked(client, db):
    client.post("/sign-in/", {"email": "new@example.org"})
    return client


def test_a_wrong_code_is_an_error_and_stays_typed(asked, code):
    wrong = "000000" if code() != "000000" else "111111"
    page = asked.post("/sign-in/code/", {"code": wrong})
    assert page.status_code == 200
    assert "<title>Error: " in page.text
    assert 'href="#code"' in page.text
    assert f'value="{wrong}"' in page.text
    assert not User.objects.exists()
    assert asked.post("/sign-in/code/", {"code": code()})["Location"] == "/you/"


def test_no_code_is_an_error(asked):
    assert "Enter the code" in asked.post("/sign-in/code/", {}).text


def test_five_wrong_codes_end_it(asked, code):
    right = code()
    wrong = "000000" if right != "000000" else "111111"
    pages = [asked.post("/sign-in/code/", {"code": wrong}) for _ in range(5)]
    assert pages[-1]["Location"] == "/sign-in/?code=old"
    assert "no longer works" in asked.get(pages[-1]["Location"]).text
    assert asked.post("/sign-in/code/", {"code": right})["Location"] == "/sign-in/?code=old"


def test_an_old_code_says_so(asked, code, settings):
    settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT = -1
    assert asked.post("/sign-in/code/", {"code": code()})["Location"] == "/sign-in/?code=old"
    assert not User.objects.exists()


def test_a_new_code_replaces_the_old(asked, code, mailoutbox):
    first = code()
    asked.post("/sign-in/code/", {"action": "resend"})
    assert len(mailoutbox) == 2
    if code() != first:
        assert asked.post("/sign-in/code/", {"code": first}).status_code == 200
    assert asked.post("/sign-in/code/", {"code": code()})["Location"] == "/you/"


def test_another_browser_cannot_use_it(asked, code):
    from django.test import Client

    assert Client().post("/sign-in/code/", {"code": code()})["Location"] == "/sign-in/?code=old"


def test_a_code_works_once(asked, code):
    asked.post("/sign-in/code/", {"code": code()})
    asked.post("/sign-out/")
    assert asked.post("/sign-in/code/", {"code": code()})["Location"] == "/sign-in/?code=old"
