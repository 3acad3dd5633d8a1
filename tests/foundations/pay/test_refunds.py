"""Money given back: a part or all, never more than came, and never twice."""

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from borough.foundations.audit.actors import Actor
from borough.foundations.audit.models import AuditEvent
from borough.foundations.pay import actions
from borough.foundations.pay.models import Attempt, Refund
from borough.foundations.pay.providers.base import Silent
from borough.foundations.pay.reconciling import ask_due
from tests.foundations.together import Clock, at_once

from . import world

pytestmark = pytest.mark.django_db
OFFICER = Actor("officer", "2", "Pam Example")


def refund(attempt, pence=1000, reason="Not needed after all"):
    return actions.refund(attempt=attempt, pence=pence, reason=reason, by=OFFICER)


@pytest.fixture
def attempt(server):
    return world.paid(server).paid_by


def given_back(server):
    return sum(one["amount"] for one in server.last["refunds"])


def test_a_part_and_then_the_rest(server, attempt):
    actions.finish(refund=refund(attempt, 1000))
    actions.finish(refund=refund(attempt, 1500))
    attempt.refresh_from_db()
    assert (attempt.refunded, attempt.left, given_back(server)) == (2500, 0, 2500)
    event = AuditEvent.objects.filter(action="refund.made").earliest("pk")
    assert (event.actor_name, event.reason, event.data["pence"]) == ("Pam Example", "Not needed after all", 1000)
    with pytest.raises(actions.NotRefunded, match="more than is left"):
        refund(attempt, 1)


@pytest.mark.parametrize("pence", [0, -1, 2501])
def test_more_than_was_paid_or_nothing_is_refused(attempt, pence):
    with pytest.raises(actions.NotRefunded):
        refund(attempt, pence)


def test_what_was_not_paid_cannot_be_given_back(server):
    world.pay(order := world.order())
    with pytest.raises(actions.NotRefunded, match="Nothing was paid"):
        refund(order.attempts.get())


def test_the_database_refuses_more_than_was_paid(attempt):
    with pytest.raises(IntegrityError):
        Attempt.objects.filter(pk=attempt.pk).update(refunded=2501)


def test_the_worker_hears_that_it_arrived(server, attempt):
    made = actions.finish(refund=refund(attempt))
    assert made.status == "submitted"
    server.last["refunds"][0]["status"] = "success"
    assert ask_due(clock=Clock(timezone.now() + timedelta(minutes=2))) == 1
    made.refresh_from_db()
    attempt.refresh_from_db()
    assert (made.status, attempt.due_at) == ("success", None)


def test_one_that_did_not_arrive_leaves_its_money_free(server, attempt):
    made = actions.finish(refund=refund(attempt))
    server.last["refunds"][0]["status"] = "error"
    actions.finish(refund=made)
    attempt.refresh_from_db()
    assert (attempt.refunded, attempt.left) == (0, 2500)


@pytest.mark.parametrize("pence", [1000, 2500])
@pytest.mark.parametrize("fault", ["lose", "garbage"])
def test_an_answer_that_was_lost_gives_nothing_back_twice(server, attempt, fault, pence):
    made = refund(attempt, pence)
    server.misbehave("refund", fault)
    with pytest.raises(Silent):
        actions.finish(refund=made)
    made.refresh_from_db()
    assert (made.status, given_back(server)) == ("asking", pence)
    done = actions.finish(refund=made)
    assert (done.status, given_back(server)) == ("submitted", pence)


def test_and_not_while_lists_are_behind(server, attempt):
    made = refund(attempt)
    server.misbehave("refund", "lose")
    with pytest.raises(Silent):
        actions.finish(refund=made)
    server.hidden.add(server.last["refunds"][0]["refund_id"])
    for _ in range(3):
        made.refresh_from_db()
        assert actions.finish(refund=made).status == "asking"
    server.catch_up()
    made.refresh_from_db()
    assert actions.finish(refund=made).status == "submitted"
    assert given_back(server) == 1000


def test_another_given_back_elsewhere_is_not_taken_for_ours(server, attempt):
    made = refund(attempt)
    made.available = 2500
    made.save()
    server.last["refunds"].append({"refund_id": "elsewhere", "amount": 700, "status": "success", "created_date": ""})
    actions.finish(refund=made)  # learns that something changed
    made.refresh_from_db()
    assert actions.finish(refund=made).status == "submitted"
    assert given_back(server) == 1700


def test_while_it_is_down_it_waits_and_is_finished_later(server, attempt):
    made = refund(attempt)
    server.misbehave("find", "down")
    with pytest.raises(Silent):
        actions.finish(refund=made)
    with pytest.raises(actions.NotRefunded, match="on its way"):
        refund(attempt)
    assert ask_due(clock=Clock(timezone.now() + timedelta(minutes=2))) == 1
    made.refresh_from_db()
    assert made.status == "submitted"


def test_what_the_provider_refuses_ends(server, attempt):
    made = refund(attempt)
    server.misbehave("refund", lambda: server.put("failed") and None)  # so it says that it gives nothing back
    assert actions.finish(refund=made).status == "error"
    attempt.refresh_from_db()
    assert attempt.left == 2500


@pytest.mark.django_db(transaction=True)
def test_twenty_officers_at_once_give_back_no_more_than_came(server):
    attempt = world.paid(server).paid_by

    def give(_):
        try:
            return actions.finish(refund=refund(attempt, 2000))
        except actions.NotRefunded:
            return None

    assert len([made for made in at_once(20, give) if made]) == 1
    assert (Refund.objects.count(), given_back(server)) == (1, 2000)


@pytest.mark.django_db(transaction=True)
def test_finished_by_two_at_once_it_is_given_back_once(server):
    made = refund(world.paid(server).paid_by)
    at_once(8, lambda _: actions.finish(refund=Refund.objects.select_related("attempt").get(pk=made.pk)))
    assert given_back(server) == 1000
