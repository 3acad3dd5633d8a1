"""A grant is approved by one officer, released by another, and goes to the bank in one file."""

import pytest
from django.utils import timezone

from borough.casework import actions
from borough.casework.refusals import Refused
from borough.foundations import vault
from borough.foundations.audit.models import AuditEvent
from borough.foundations.payments.models import PaymentOrder

from . import sample, world

pytestmark = pytest.mark.django_db


def kept():
    text = '{"name": "Sam Example", "sort_code": "309430", "account_number": "00012345"}'
    return {"sealed": vault.seal(text), "last": "2345", "digest": "0" * 64}


@pytest.fixture
def approved(db):
    """A case whose 2,750 pounds Bob approved."""
    data = sample.service()
    data["workflow"]["moves"]["pay"]["action"] = "payments.order"
    form = world.publish(data)
    case, ann, bob = world.case(form, bank=kept()), world.officer("Ann"), world.officer("Bob", "approver")
    actions.move(case=case, move="check", by=ann)
    for task in ("identity", "premises"):
        actions.do_task(case=case, task=task, by=ann)
    fields = {"amount": 275_000, "visit_on": timezone.localdate().isoformat()}
    actions.move(case=case, move="approve", by=bob, fields=fields)
    return case


def test_releasing_orders_the_payment_and_the_file_holds_it(approved, client):
    pam = world.officer("Pam", "payer")
    actions.move(case=approved, move="pay", by=pam)
    world.sign_in(client, pam)
    assert "£2,750" in client.get("/work/payments/").content.decode()
    client.post("/work/payments/file/")
    page = client.get("/work/payments/").content.decode()
    assert "Nothing waits to be paid" in page
    file = PaymentOrder.objects.get().file
    sent = client.post(f"/work/payments/{file.pk}/download/")
    assert f"{approved.reference},Sam Example,309430,00012345,2750.00" in sent.content.decode()
    assert AuditEvent.objects.filter(action="payment_file.downloaded").count() == 1


def test_pressing_twice_says_that_nothing_waits(approved, client):
    pam = world.officer("Pam", "payer")
    actions.move(case=approved, move="pay", by=pam)
    world.sign_in(client, pam)
    client.post("/work/payments/file/")
    client.post("/work/payments/file/")
    assert "Somebody else may have just made the file" in client.get("/work/payments/").content.decode()
    assert PaymentOrder.objects.get().file.pk


def test_whoever_approved_cannot_release_even_as_a_manager(approved):
    bob = world.officer("Mo", "manager")
    actions.move(case=approved, move="pay", by=bob)
    assert PaymentOrder.objects.get().approved_by != str(bob.pk)


def test_an_approver_who_becomes_a_payer_still_cannot(approved):
    from borough.foundations.people.models import Membership

    Membership.objects.filter(user__name="Bob").update(role="manager")
    bob = Membership.objects.get(user__name="Bob").user
    with pytest.raises(Refused):
        actions.move(case=approved, move="pay", by=bob)
    assert not PaymentOrder.objects.exists()


def test_colleagues_and_strangers_see_no_payments(approved, client):
    pam = world.officer("Pam", "payer")
    actions.move(case=approved, move="pay", by=pam)
    for who in (world.officer("Cas"), world.officer("Zoe", "payer", of="housing")):
        world.sign_in(client, who)
        assert approved.reference not in client.get("/work/payments/").content.decode()
        client.post("/work/payments/file/")
    assert PaymentOrder.objects.get().file is None


def test_a_file_of_another_team_is_not_there(approved, client):
    actions.move(case=approved, move="pay", by=world.officer("Pam", "payer"))
    world.sign_in(client, world.officer("Pat", "payer"))
    client.post("/work/payments/file/")
    file = PaymentOrder.objects.get().file
    world.sign_in(client, world.officer("Zoe", "payer", of="housing"))
    assert client.post(f"/work/payments/{file.pk}/download/").status_code == 404
