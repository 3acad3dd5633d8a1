"""Owner, colleague, stranger, resident and anonymous on every page."""

import pytest
from django.urls import reverse

from borough.casework import actions
from borough.foundations.audit import queries as audit
from borough.foundations.audit.models import AuditEvent
from borough.foundations.people.models import User

from . import world

LISTS = ["mine", "cases", "unassigned", "late", "find", "messages", *(f"{q}_csv" for q in ("mine", "cases", "find"))]
ACTS = ["note", "ask", "pass", "transfer", "priority", "restrict", "document", "link", "merge", "warn"]
POSTS = [("task", "identity"), ("bank", "bank")]


def addresses(case):
    yield reverse("casework:case", args=[case.reference])
    yield reverse("casework:move", args=[case.reference, "check"])
    for act in ACTS:
        yield reverse(f"casework:{act}", args=[case.reference])


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_for_officers(client, case, ann, name):
    where = reverse(f"casework:{name}")
    assert client.get(where).status_code == 302
    world.sign_in(client, ann)
    assert client.get(where).status_code == 200


@pytest.mark.parametrize("name", LISTS)
def test_residents_are_turned_away(client, case, name):
    world.sign_in(client, User.objects.create_user("sam@example.org"))
    assert client.get(reverse(f"casework:{name}")).status_code == 403


def test_a_colleague_may(client, case, ann):
    world.sign_in(client, ann)
    for where in addresses(case):
        assert client.get(where).status_code == 200, where


def test_a_stranger_finds_nothing(client, case, zoe):
    world.sign_in(client, zoe)
    for where in addresses(case):
        assert client.get(where).status_code == 404, where
        assert client.post(where, {}).status_code in (404, 405), where
    for name, what in POSTS:
        assert client.post(reverse(f"casework:{name}", args=[case.reference, what])).status_code == 404
    assert case.reference not in client.get(reverse("casework:cases")).content.decode()


def test_nobody_signs_in_first(client, case):
    for where in addresses(case):
        assert client.get(where).status_code == 302, where
        assert client.post(where, {}).status_code == 302, where


def test_a_restricted_case_is_for_managers_and_its_assignee(client, case, ann, bob, mo):
    actions.assign(cases=[case], to=bob, by=mo)
    actions.restrict(case=case, restricted=True, by=mo, reason="A councillor")
    for user, status in ((ann, 404), (bob, 200), (mo, 200)):
        world.sign_in(client, user)
        assert client.get(reverse("casework:case", args=[case.reference])).status_code == status, user


def test_an_officer_without_a_second_factor_is_sent_to_show_one(client, case, ann):
    client.force_login(ann, backend="django.contrib.auth.backends.ModelBackend")
    assert "second-factor" in client.get(reverse("casework:case", args=[case.reference])).url


def test_looking_is_recorded(client, case, ann):
    world.sign_in(client, ann).get(reverse("casework:case", args=[case.reference]))
    (event,) = audit.who_looked(case)
    assert (event.actor_name, event.action) == ("Ann", "case.viewed")


@pytest.mark.parametrize("reference", ["HWS-000-000", "nonsense", "%00", "x" * 300, "‮HWS"])
def test_unknown_references_are_not_found(client, case, ann, reference):
    assert world.sign_in(client, ann).get(f"/work/cases/{reference}/").status_code == 404


def test_bank_details_are_shown_once_asked_for_and_recorded(client, form, ann):
    from borough.forms.questions.bank import BankAccount

    typed = {"bank-name": "Sam Example", "bank-sort_code": "30-94-30", "bank-account_number": "12344471"}
    answer = BankAccount(name="bank", label="Bank").clean(typed, None)
    case = world.case(form, bank=answer)
    page = world.sign_in(client, ann).get(reverse("casework:case", args=[case.reference])).content.decode()
    assert "4471" in page
    assert "12344471" not in page
    shown = client.post(reverse("casework:bank", args=[case.reference, "bank"])).content.decode()
    assert "12344471" in shown
    assert "30-94-30" in shown
    assert AuditEvent.objects.filter(action="bank.shown", record_id=str(case.pk), actor_id=str(ann.pk)).exists()
    assert client.get(reverse("casework:bank", args=[case.reference, "bank"])).status_code == 405
