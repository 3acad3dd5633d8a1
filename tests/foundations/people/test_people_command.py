"""`borough people export` and `erase`: a subject access request, and a lawful erasure."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import call_command

from borough.foundations.audit import actions as audit
from borough.foundations.audit.models import AuditEvent
from borough.foundations.people import actions, registry
from borough.foundations.people.models import Person, User


@pytest.fixture
def rooms(monkeypatch):
    """A room that holds two answers of everybody."""
    erased = []
    monkeypatch.setattr(registry.holders, "_known", {})

    def erase(person, dry_run):
        if not dry_run:
            erased.append(person.pk)
        return {"answers": 2}

    registry.holders.register("forms", export=lambda person: [{"answer": f"by {person.name}"}], erase=erase)
    return erased


@pytest.fixture
def person(resident, rooms):
    person = actions.person_for(user=resident, by=resident)
    return actions.update(person=person, by=resident, phone="07700 900 123", address="1 Made Up Road")


@pytest.fixture
def run(capsys):
    def called(*args):
        status = 0
        try:
            call_command("people", *args)
        except SystemExit as stopped:
            status = stopped.code
        said = capsys.readouterr()
        return status, said.out, said.err

    return called


def test_export_has_everything(run, person, colleague):
    from django.db import transaction

    with transaction.atomic():
        audit.record(action="person.viewed", record=person, by=colleague)
    status, out, _ = run("export", "ROSA@example.org", "--json")
    data = json.loads(out)
    assert status == 0
    assert data["person"]["phone"] == "07700 900 123"
    assert data["account"]["email"] == "rosa@example.org"
    assert data["held"] == {"forms": [{"answer": "by Rosa"}]}
    assert {"person.viewed", "person.exported"} <= {event["did"] for event in data["history"]}
    assert "Ola" in {event["who"] for event in data["history"]}
    assert AuditEvent.objects.filter(action="person.exported", record_id=str(person.pk)).count() == 1


def test_export_as_lines(run, person):
    status, out, _ = run("export", str(person.pk))
    assert status == 0
    assert "  phone: 07700 900 123" in out


def test_several_who_share_an_address_are_told_apart(run, person):
    other = Person.objects.create(email="rosa@example.org", name="Rui")
    status, out, err = run("export", "rosa@example.org", "--json")
    assert status == 1
    assert {found["id"] for found in json.loads(out)["people"]} == {str(person.pk), str(other.pk)}
    assert "Say which" in err
    assert run("export", str(other.pk))[0] == 0


def test_nobody(run, db):
    status, out, err = run("export", "nobody@example.org")
    assert (status, out) == (1, "")
    assert "Nobody" in err


def test_a_dry_run_changes_nothing(run, person, rooms):
    status, out, _ = run("erase", "rosa@example.org", "--dry-run", "--reason", "SAR 12", "--json")
    assert status == 0
    data = json.loads(out)
    assert data["dry_run"] is True
    assert data["erased"] == {"forms": {"answers": 2}, "people": {"person": 1, "account": 1}}
    assert rooms == []
    person.refresh_from_db()
    assert person.name == "Rosa"
    assert not AuditEvent.objects.filter(action="person.erased").exists()


def test_erase(run, person, rooms, enter, resident):
    client = enter(resident)
    Authenticator.objects.create(user=resident, type="totp", data={})
    status, out, _ = run("erase", str(person.pk), "--reason", "Request 12")
    assert status == 0
    assert "Erased: 2 answers (forms)" in out
    assert rooms == [person.pk]
    person.refresh_from_db()
    assert person.erased_at
    assert (person.name, person.email, person.phone, person.address, person.user) == ("", "", "", "", None)
    user = User.objects.get(pk=resident.pk)
    assert user.email.endswith("@erased.invalid")
    assert not user.is_active
    assert not Authenticator.objects.exists()
    assert client.get("/you/").status_code == 302
    event = AuditEvent.objects.get(action="person.erased")
    assert event.reason == "Request 12"
    assert not AuditEvent.objects.filter(actor_name="Rosa").exists()
    assert "rosa" not in str(list(AuditEvent.objects.values())).lower()


def test_the_erased_are_not_found_again(run, person):
    run("erase", str(person.pk), "--reason", "Request 12")
    assert run("erase", str(person.pk), "--reason", "Request 12")[0] == 1


def test_the_address_can_be_used_anew(run, person, client, code):
    run("erase", str(person.pk), "--reason", "Request 12")
    client.post("/sign-in/", {"email": "rosa@example.org"})
    assert client.post("/sign-in/code/", {"code": code()})["Location"] == "/you/"
    assert Person.objects.filter(erased_at=None).get() != person


def test_an_officer_is_not_erased(run, colleague, rooms):
    actions.person_for(user=colleague, by=colleague)
    status, _, err = run("erase", colleague.email, "--reason", "Request 12")
    assert status == 1
    assert "must leave first" in err


def test_a_fault_in_a_room_undoes_it_all(person, monkeypatch, colleague):
    def broken(person, dry_run):
        raise RuntimeError("no")

    registry.holders.register("broken", export=list, erase=broken)
    with pytest.raises(RuntimeError):
        actions.erase(person=person, reason="x", by=colleague)
    person.refresh_from_db()
    assert person.erased_at is None


def test_a_reason_is_needed(person, colleague):
    with pytest.raises(actions.Refused, match="reason"):
        actions.erase(person=person, reason=" ", by=colleague)
