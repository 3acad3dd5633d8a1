"""Filled in from the account of the resident who is signed in: theirs alone, and theirs to change."""

from html import escape

import pytest
from django.test import Client

from borough.forms.models import Journey
from borough.foundations.gazetteer.models import Address
from borough.foundations.people.models import Person
from tests import people

from .. import made

pytestmark = pytest.mark.django_db
PAGE = "/apply/borrow-a-bike/about"
ABOUT = """  - name: about
    title: About you
    questions:
      - {name: my_name, type: text, label: Your name, prefill: name}
      - {name: my_email, type: email, label: Your own e-mail, prefill: email}
      - {name: my_phone, type: phone, label: Your telephone, prefill: phone, optional: true}
      - {name: my_home, type: address, label: Your home, prefill: address}
      - {name: more, type: text, label: More, optional: true}
"""
SAID = "We filled in what your account says"
HOME = {"address": "12 Lark Road\nRomley\nAmbleton\nSK1 1AA", "postcode": "SK1 1AA"}
KNOWN = ("Ada Example", "ada@example.org", "07700 900 982", "12 Lark Road", "Romley", "Ambleton", "SK1 1AA")


@pytest.fixture(autouse=True)
def form(db):
    return made.publish(made.bike("pages:\n", f"pages:\n{ABOUT}"))


def somebody(email="ada@example.org", name="Ada Example", **details):
    user = people.resident(email=email, name=name)
    Person.objects.create(user=user, email=email, name=name, phone="07700 900 982", **details)
    return user


def look(client, path=PAGE):
    return client.get(path).content.decode()


def shown(html, text) -> bool:
    return f'value="{escape(text)}"' in html


def test_they_see_what_we_know_and_may_change_it():
    client = people.signed_in(somebody(**HOME), factor=None)
    html = look(client)
    assert SAID in html
    assert all(shown(html, text) for text in KNOWN)
    assert not Journey.objects.exists()
    typed = {"my_name": "Bo Other", "my_email": "bo@example.org", "my_home-line_1": "1 New Lane"}
    typed |= {"my_home-town": "Ambleton", "my_home-postcode": "SK1 1AB", "do": "continue"}
    assert client.post(PAGE, typed).status_code == 302
    html = look(client)
    assert shown(html, "Bo Other")
    assert not any(shown(html, text) for text in KNOWN[:4])
    assert SAID not in html


def test_an_address_of_the_gazetteer_is_that_address():
    Address.objects.create(uprn=101, line_1="12 Lark Road", town="Ambleton", postcode="SK1 1AA")
    html = look(people.signed_in(somebody(uprn=101, **HOME), factor=None))
    assert '<input type="hidden" name="my_home-uprn" value="101">' in html


@pytest.mark.parametrize("address", ["", "\n \n", "SK1 1AA", "Flat", "a\nb\nc\nd\ne\nSK1 1AA", "<b>\nSK1 1AA"])
def test_any_address_we_were_told_can_be_shown(address):
    client = people.signed_in(somebody(address=address), factor=None)
    assert client.get(PAGE).status_code == 200
    assert "<b>" not in look(client)


def test_an_account_without_details_gives_its_address_alone():
    html = look(people.signed_in(people.resident(email="new@example.org", name=""), factor=None))
    assert shown(html, "new@example.org")


def test_a_stranger_sees_nothing_of_it():
    client = people.signed_in(somebody(**HOME), factor=None)
    look(client)
    for other in (Client(), people.signed_in(people.resident(email="bo@example.org"), factor=None)):
        html = look(other)
        assert not any(shown(html, text) for text in KNOWN)
    assert SAID not in look(Client())


def test_what_one_began_is_not_filled_in_with_another_who_signs_in_there():
    another = people.resident(email="bo@example.org")
    client = people.signed_in(somebody(**HOME), factor=None)
    client.post(PAGE, {"my_name": "x", "my_email": "x@example.org", "my_home-line_1": "1 A Road", "my_home-town": "B",
                       "my_home-postcode": "SK1 1AA", "do": "continue"})  # fmt: skip
    Journey.objects.update(user=another, answers={})
    html = look(client)
    assert not any(shown(html, text) for text in KNOWN)


@pytest.mark.parametrize("who", ["officer", "partner"])
def test_officers_and_partners_fill_in_for_others_so_nothing_of_theirs(who):
    user = people.officer(email="ada@example.org") if who == "officer" else people.partner(email="ada@example.org")
    Person.objects.create(user=user, email="ada@example.org", name="Ada Example")
    client = people.signed_in(user)
    if who == "officer":
        client.post("/work/apply/borrow-a-bike/")
    html = look(client)
    assert SAID not in html
    assert "Ada Example" not in html.split("<main", 1)[1]


def test_what_was_left_empty_stays_empty():
    client = people.signed_in(somebody(**HOME), factor=None)
    client.post(PAGE, {"my_name": "A", "my_email": "a@example.org", "my_phone": "", "my_home-line_1": "1 A Road",
                       "my_home-town": "B", "my_home-postcode": "SK1 1AA", "do": "continue"})  # fmt: skip
    assert not shown(look(client), "07700 900 982")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("type: number, prefill: phone", "number can be filled in with nothing of somebody's account"),
        ("type: text, prefill: email", "text can be filled in with `name` of somebody's account"),
        ("type: text, prefill: shoes", "“shoes” is not one of"),
    ],
)
def test_what_does_not_fit_is_a_fault(question, said):
    text = made.bike("pages:\n", f"pages:\n  - name: x\n    questions: [{{name: x, label: X, {question}}}]\n")
    assert any(said in str(fault) for fault in made.loaded(text).faults)
