"""Opening one case by its reference and a code sent by text, letter or e-mail."""

import datetime
import re

import pytest
from django.test import Client
from django.utils import timezone

from borough.foundations.audit import queries as audit
from borough.foundations.codes.actions import purge
from borough.foundations.codes.models import Code
from borough.foundations.messages.models import Message
from tests.casework import world

FIND, CODE = "/your-applications/find/", "/your-applications/find/code/"


@pytest.fixture
def case(form):
    """Of somebody without an account."""
    return world.case(form, world.person(email=""))


@pytest.fixture
def client():
    return Client()


def ask(client, case, channel="text"):
    return client.post(FIND, {"reference": getattr(case, "reference", case), "channel": channel})


def sent() -> str:
    return re.search(r"\b\d{6}\b", Message.objects.filter(sensitive=True).latest("pk").body)[0]


def give(client, case, code):
    return client.post(CODE, {"reference": case.reference, "code": code})


@pytest.mark.parametrize(("channel", "to"), [("text", "07700 900123"), ("letter", "Sam Example\n14 Example Street")])
def test_a_code_opens_that_one_case(client, case, form, channel, to):
    other = world.case(form, world.person(email=""))
    assert ask(client, case, channel)["Location"] == CODE
    message = Message.objects.get(sensitive=True)
    assert (message.channel, message.about) == (channel, "")
    assert message.to.startswith(to)
    answer = give(client, case, sent())
    assert answer["Location"] == f"/your-applications/{case.reference}/"
    page = client.get(answer["Location"])
    assert page.status_code == 200
    assert "You opened this with a code" in page.content.decode()
    assert client.get(f"/your-applications/{other.reference}/").status_code == 302
    assert case.reference in client.get("/your-applications/").content.decode()
    assert audit.of(case).filter(action="case.opened_by_code").exists()


def test_by_email_too(client, form):
    case = world.case(form, world.person())
    ask(client, case, "email")
    assert give(client, case, sent()).status_code == 302


def test_only_a_keyed_hash_is_kept(client, case):
    ask(client, case)
    assert sent() not in str(Code.objects.values().get())


def test_it_opens_nothing_in_another_browser(client, case):
    ask(client, case)
    give(client, case, sent())
    assert Client().get(f"/your-applications/{case.reference}/").status_code == 302


def test_it_is_used_once(client, case):
    ask(client, case)
    code = sent()
    give(client, case, code)
    assert "This code is not right" in give(Client(), case, code).content.decode()


def test_a_letters_code_goes_on_working(client, case):
    ask(client, case, "letter")
    code = sent()
    give(client, case, code)
    assert give(Client(), case, code).status_code == 302


@pytest.mark.parametrize(("channel", "minutes"), [("text", 15), ("letter", 14 * 24 * 60)])
def test_it_expires(client, case, channel, minutes):
    ask(client, case, channel)
    kept = Code.objects.get()
    assert kept.expires_at - kept.made_at == datetime.timedelta(minutes=minutes)
    past = timezone.now() - datetime.timedelta(minutes=1)
    Code.objects.update(made_at=past - datetime.timedelta(days=1), expires_at=past)
    assert give(client, case, sent()).status_code == 200
    assert purge() == 1


def test_five_wrong_tries_end_it(client, case):
    ask(client, case)
    code = sent()
    wrong = "000000" if code != "000000" else "111111"
    for _ in range(5):
        assert "This code is not right" in give(client, case, wrong).content.decode()
    assert give(client, case, code).status_code == 200
    assert Code.objects.get().tries == 5


def test_a_newer_one_replaces_it(client, case):
    ask(client, case)
    first = sent()
    ask(client, case)
    if first != sent():
        assert give(client, case, first).status_code == 200
    assert give(client, case, sent()).status_code == 302


def test_nothing_says_whether_there_is_such_a_case(case):
    def said(reference, channel):
        client = Client()
        answer = ask(client, reference, channel)
        pages = [answer.status_code, answer["Location"], client.get(CODE).content.decode()]
        pages.append(client.post(CODE, {"reference": reference, "code": "123456"}).content.decode())
        return [re.sub(r'value="\w{64}"', "", str(page)).replace(reference, "") for page in pages]

    known, unknown, no_way = said(case.reference, "text"), said("HWS-222-222", "text"), said(case.reference, "email")
    assert known == unknown
    assert no_way[:2] == known[:2]
    assert Code.objects.count() == 1


def test_too_many_codes_for_one_case_from_anywhere(case):
    answers = [ask(Client(), reference) for reference in [case.reference, "HWS-222-222"] for _ in range(6)]
    assert [answer.status_code for answer in answers] == ([302] * 5 + [429]) * 2
    assert Code.objects.count() == 5


def test_too_many_guesses_from_one_address(client, case):
    assert {give(client, case, "123456").status_code for _ in range(60)} == {200}
    assert give(client, case, "123456").status_code == 429


@pytest.mark.parametrize(
    ("reference", "channel", "words"),
    [
        ("", "text", "Enter your reference"),
        ("hello", "text", "Enter the reference as we gave it"),
        ("\0‮😀" * 300, "text", "Enter the reference as we gave it"),
        ("HWS-7QK-234", "", "Choose how to get the code"),
        ("HWS-7QK-234", "pigeon", "Choose how to get the code"),
    ],
)
def test_what_is_wrong_is_said(client, form, reference, channel, words):
    answer = client.post(FIND, {"reference": reference, "channel": channel})
    assert answer.status_code == 200
    assert words in answer.content.decode()


@pytest.mark.parametrize("code", ["", "12345", "1234567", "abcdef", "１２３４５６", "\0" * 6, "9" * 10_000])
def test_what_is_no_code_is_said(client, case, code):
    answer = give(client, case, code)
    assert answer.status_code == 200
    assert "Enter the " in answer.content.decode()


def test_closing_it_forgets_it(client, case):
    ask(client, case)
    give(client, case, sent())
    assert client.post("/your-applications/close/")["Location"].startswith("/your-applications/")
    assert client.get(f"/your-applications/{case.reference}/").status_code == 302


def test_it_ends_with_the_browser(client, case):
    ask(client, case)
    give(client, case, sent())
    assert client.session.get_expire_at_browser_close()


def test_an_erased_person_is_closed_to_it(client, case):
    ask(client, case, "letter")
    give(client, case, sent())
    case.person.erased_at = timezone.now()
    case.person.save()
    assert client.get(f"/your-applications/{case.reference}/").status_code == 302
    assert give(client, case, sent()).status_code == 200
