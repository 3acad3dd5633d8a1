"""An e-mail address is changed by a code to the new one; the old one is told; the person is kept."""

import pytest

from borough.foundations.audit.actors import Actor
from borough.foundations.messages.models import Message
from borough.foundations.people import actions
from borough.foundations.people.models import Person, User


@pytest.fixture
def asked(enter, resident):
    client = enter(resident)
    client.get("/you/")
    assert client.post("/you/email/", {"email": "New@example.org"})["Location"] == "/you/email/code/"
    return client


def test_a_code_to_the_new_address_changes_it(asked, resident, code, mailoutbox):
    person = Person.objects.get()
    assert mailoutbox[-1].to == ["new@example.org"]
    assert "new@example.org" in asked.get("/you/email/code/").text
    assert asked.post("/you/email/code/", {"code": code()})["Location"] == "/you/?said=email"
    resident.refresh_from_db()
    assert resident.email == "new@example.org"
    assert Person.objects.get().email == "new@example.org"
    assert Person.objects.get() == person
    assert Message.objects.get().to == "rosa@example.org"
    assert asked.get("/you/").status_code == 200


def test_nothing_changes_until_then(asked, resident):
    resident.refresh_from_db()
    assert resident.email == "rosa@example.org"


def test_a_wrong_code(asked, code):
    wrong = "000000" if code() != "000000" else "1"
    page = asked.post("/you/email/code/", {"code": wrong})
    assert "<title>Error: " in page.text
    for _ in range(4):
        page = asked.post("/you/email/code/", {"code": wrong})
    assert page["Location"] == "/you/email/?code=old"
    assert asked.post("/you/email/code/", {"code": code()})["Location"] == "/you/email/?code=old"


def test_an_old_code(asked, code, settings):
    settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT = -1
    page = asked.post("/you/email/code/", {"code": code()})
    assert page["Location"] == "/you/email/?code=old"
    assert "no longer works" in asked.get(page["Location"]).text


def test_an_address_somebody_has_looks_the_same_and_gets_no_code(enter, resident, mailoutbox):
    User.objects.create_user("taken@example.org")
    client = enter(resident)
    assert client.post("/you/email/", {"email": "taken@example.org"})["Location"] == "/you/email/code/"
    assert "already an account" in mailoutbox[0].body
    assert client.post("/you/email/code/", {"code": ""}).status_code == 200


def test_an_address_taken_while_the_code_was_on_its_way(asked, code):
    User.objects.create_user("new@example.org")
    assert asked.post("/you/email/code/", {"code": code()})["Location"] == "/you/email/?code=old"


def test_the_same_address_and_no_address_are_errors(enter, resident):
    client = enter(resident)
    for typed in ("rosa@example.org", "", "nonsense"):
        page = client.post("/you/email/", {"email": typed})
        assert 'href="#email"' in page.text


def test_an_officer_replaces_a_lost_address_with_a_reason(enter, resident, colleague):
    client = enter(resident)
    client.get("/you/")
    person = Person.objects.get()
    with pytest.raises(actions.Refused, match="Say how"):
        actions.replace_email(person=person, email="found@example.org", reason=" ", by=colleague)
    actions.replace_email(person=person, email="Found@example.org", reason="Passport seen", by=colleague)
    resident.refresh_from_db()
    assert resident.email == Person.objects.get().email == "found@example.org"
    assert client.get("/you/").status_code == 302, "whoever has the old mailbox is signed out"


def test_a_person_without_an_account_has_theirs_replaced_too(db, colleague):
    person = Person.objects.create(email="old@example.org")
    actions.replace_email(person=person, email="found@example.org", reason="Rang us", by=colleague)
    assert Person.objects.get().email == "found@example.org"


def test_not_an_officers(db, colleague, manager):
    person = actions.person_for(user=colleague, by=Actor("system"))
    with pytest.raises(actions.Refused, match="officer’s account"):
        actions.replace_email(person=person, email="found@example.org", reason="Rang", by=manager)


def test_not_one_that_another_account_has(resident, colleague):
    person = actions.person_for(user=resident, by=resident)
    with pytest.raises(actions.Refused, match="Another account"):
        actions.replace_email(person=person, email=colleague.email, reason="Rang", by=colleague)
