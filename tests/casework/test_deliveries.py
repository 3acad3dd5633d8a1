"""What back offices were told of cases: who sees it, who may send it again."""

import pytest
from django.test import Client
from django.utils import timezone

from borough.casework import actions
from borough.foundations.audit.models import AuditEvent
from borough.foundations.webhooks.delivery import whole
from borough.foundations.webhooks.models import Delivery
from tests import people

from . import sample, world

pytestmark = pytest.mark.django_db
LIST = "/work/deliveries/"


@pytest.fixture
def form(db):
    return world.publish(sample.service() | {"webhooks": [{"to": "back-office", "events": ["sent", "moved"]}]})


@pytest.fixture
def delivery(case, ann):
    actions.move(case=case, move="check", by=ann)
    return Delivery.objects.get(event="case.moved")


def press(client, delivery):
    return client.post(f"{LIST}{delivery.pk}/again/")


def test_a_move_is_told_as_it_was_then_and_without_the_person(delivery, case):
    body = whole(delivery)
    assert body["type"] == "case.moved"
    assert body["data"] == {
        "shape": "borough.case-move.v1",
        "reference": case.reference,
        "service": case.slug,
        "move": {"name": "check", "label": "Start checks"},
        "state": {"name": "checks", "label": "Checks"},
        "closed": False,
    }


def test_a_service_without_web_hooks_tells_nobody(db):
    case = world.case(world.publish())
    actions.move(case=case, move="check", by=world.officer("Ann"))
    assert not Delivery.objects.exists()


def test_an_officer_of_the_team_sees_it_and_does_not_send_it_again(delivery, ann, client):
    page = world.sign_in(client, ann).get(LIST).content.decode()
    assert delivery.reference in page
    assert "Send again<span" not in page
    assert press(client, delivery).status_code == 403


def test_a_manager_sends_it_again_and_that_is_recorded(delivery, mo, client):
    delivery.status, delivery.error = "failed", "It answered 302"
    delivery.save()
    page = world.sign_in(client, mo).get(f"{LIST}?only=failed").content.decode()
    assert "It answered 302" in page
    assert "Send again<span" in page
    assert press(client, delivery).status_code == 302
    assert "We will send it again" in client.get(LIST).content.decode()
    assert Delivery.objects.get(pk=delivery.pk).status == "waiting"
    assert AuditEvent.objects.filter(action="delivery.sent_again", actor_id=str(mo.pk)).count() == 1


def test_one_that_is_leaving_is_left_alone(delivery, mo, client):
    delivery.status, delivery.claimed_at = "sending", timezone.now()
    delivery.save()
    world.sign_in(client, mo)
    press(client, delivery)
    assert "at this moment" in client.get(LIST).content.decode()


def test_a_stranger_sees_none_and_finds_none(delivery, zoe, client):
    page = world.sign_in(client, zoe).get(LIST).content.decode()
    assert delivery.reference not in page
    assert press(client, delivery).status_code == 404


def test_a_manager_of_another_team_finds_none(delivery, client):
    world.sign_in(client, world.officer("Max", "manager", of="housing"))
    assert press(client, delivery).status_code == 404


def test_an_administrator_sees_references_and_may_send_again(delivery):
    client = people.signed_in(people.administrator())
    page = client.get(LIST).content.decode()
    assert delivery.reference in page
    assert f"/work/cases/{delivery.reference}/" not in page
    assert press(client, delivery).status_code == 302


def test_anonymous_and_residents_are_kept_out(delivery):
    assert Client().get(LIST).status_code == 302
    assert press(Client(), delivery).status_code == 302
    assert people.signed_in(people.resident(), factor=None).get(LIST).status_code == 403


def test_odd_filters_and_pages_do_no_harm(delivery, ann, client):
    world.sign_in(client, ann)
    for query in ("only=x", "page=x", "page=99", "only=sent&page=-1"):
        assert client.get(f"{LIST}?{query}").status_code == 200
