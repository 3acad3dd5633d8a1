"""An order is paid by one attempt at a time; what the provider says counts, whoever says something else."""

import threading

import pytest

from borough.foundations.audit.models import AuditEvent
from borough.foundations.pay import actions, states
from borough.foundations.pay.models import Attempt
from borough.foundations.pay.providers import govuk
from borough.foundations.pay.providers.base import Refused, Silent
from tests.foundations.together import at_once, eventually

from . import world

pytestmark = pytest.mark.django_db


def test_the_amount_is_the_orders_and_asked_again_it_stays(server):
    order = world.order(pence=2500)
    assert world.order(pence=1) == order
    world.pay(order)
    assert (server.last["amount"], server.last["reference"]) == (2500, "LIC-7QK-214")


def test_it_leads_to_the_providers_page_and_a_success_pays_it(server):
    order = world.order()
    assert world.pay(order).startswith(f"{server.url}/secure/")
    server.put("success")
    attempt = actions.ask(attempt=order.attempts.get())
    order.refresh_from_db()
    assert (order.paid_by, attempt.status, attempt.due_at) == (attempt, "success", None)
    assert AuditEvent.objects.filter(action="order.paid").count() == 1
    with pytest.raises(actions.NothingToPay):
        world.pay(order)


def test_pressing_again_goes_on_with_the_same_payment_by_a_new_link(server):
    order = world.order()
    first, second = world.pay(order), world.pay(order)
    assert first != second
    assert len(server.payments) == order.attempts.count() == 1


@pytest.mark.parametrize("ending", ["failed", "expired", "cancelled_by_user", "cancelled", "error"])
def test_after_one_that_failed_another_is_begun(server, ending):
    order = world.order()
    world.pay(order)
    server.put(ending)
    world.pay(order)
    first, second = order.attempts.all()
    assert (first.status in states.ENDED, second.status) == (True, "created")
    assert len(server.payments) == 2


def test_failed_is_never_final(server):
    order = world.order()
    world.pay(order)
    server.put("failed")
    actions.ask(attempt=order.attempts.get())
    server.put("success")
    actions.ask(attempt=order.attempts.get())
    order.refresh_from_db()
    assert order.paid


def test_a_success_is_never_taken_back(server):
    order = world.paid(server)
    server.put("failed")
    actions.ask(attempt=order.attempts.get())
    assert order.attempts.get().status == "success"


def test_two_that_both_succeed_pay_once_and_the_second_can_be_seen(server):
    order = world.order()
    world.pay(order)
    first = server.put("failed")
    world.pay(order)
    server.put("success")
    actions.ask(attempt=order.attempts.last())
    server.put("success", first)
    actions.ask(attempt=order.attempts.first())
    order.refresh_from_db()
    assert order.paid_by == order.attempts.last()
    assert AuditEvent.objects.filter(action="order.paid_again").count() == 1
    assert [attempt.left for attempt in order.attempts.all()] == [2500, 2500]


def test_another_amount_than_was_ordered_pays_nothing(server):
    order = world.order()
    world.pay(order)
    server.last["amount"] = 1
    server.put("success")
    actions.ask(attempt=order.attempts.get())
    order.refresh_from_db()
    assert not order.paid
    assert order.attempts.get().pence == 1


def test_an_answer_about_another_order_changes_nothing(server):
    order = world.order()
    world.pay(order)
    server.put("success")["reference"] = "LIC-222-222"
    with pytest.raises(Silent):
        actions.ask(attempt=order.attempts.get())
    assert order.attempts.get().status == "created"


def test_a_provider_that_sends_people_elsewhere_is_not_followed(server, settings):
    settings.GOVUK_PAY_PAGES = "https://www.payments.service.gov.uk"
    with pytest.raises(Refused):
        world.pay(world.order())


@pytest.mark.parametrize("fault", ["down", "busy"])
def test_while_it_is_down_nothing_is_begun_there_and_it_can_be_tried_again(server, fault):
    order = world.order()
    server.misbehave("create", fault)
    with pytest.raises(Silent):
        world.pay(order)
    world.pay(order)
    assert len(server.payments) == order.attempts.count() == 1


@pytest.mark.parametrize("fault", ["lose", "garbage"])
def test_one_whose_answer_was_lost_is_found_by_its_reference(server, fault):
    order = world.order()
    server.misbehave("create", fault)
    with pytest.raises(Silent):
        world.pay(order)
    world.pay(order)
    assert len(server.payments) == order.attempts.count() == 1
    assert order.attempts.get().provider_id == server.last["payment_id"]


def test_one_that_answers_too_late_is_found_by_its_reference(server, monkeypatch):
    order, late = world.order(), threading.Event()
    monkeypatch.setattr(govuk, "TIMEOUT", (5, 0.3))
    server.misbehave("create", lambda: late.wait(5) and None)  # it acts once we have hung up
    with pytest.raises(Silent):
        world.pay(order)
    monkeypatch.setattr(govuk, "TIMEOUT", (5, 5))
    late.set()
    eventually(lambda: server.payments, what="the payment")
    world.pay(order)
    assert len(server.payments) == order.attempts.count() == 1


def test_what_it_refuses_is_over_and_another_may_be_begun(server, settings):
    order = world.order()
    settings.GOVUK_PAY_KEY = "wrong"
    with pytest.raises(Refused):
        world.pay(order)
    assert order.attempts.get().status == "error"
    settings.GOVUK_PAY_KEY = "api_test_stand_in"
    world.pay(order)
    assert order.attempts.count() == 2


@pytest.mark.parametrize("was", states.ALL)
@pytest.mark.parametrize("now", states.ALL)
def test_how_it_may_change(was, now):
    after = states.after(was, now)
    assert after in (was, now)
    if states.SUCCESS in (was, now):
        assert after == states.SUCCESS
    if was in states.ENDED:
        assert after not in states.OPEN


def test_a_status_we_do_not_know_changes_nothing():
    assert states.after("started", "wibbling") == "started"


@pytest.mark.django_db(transaction=True)
def test_twenty_who_press_at_once_open_one_payment(server):
    order = world.order()
    places = at_once(20, lambda _: world.pay(order))
    assert len(set(places)) == 20  # each link is good for one visit
    assert len(server.payments) == Attempt.objects.count() == 1
    assert server.calls.count("create") == 1


@pytest.mark.django_db(transaction=True)
def test_twenty_who_hear_of_the_success_at_once_pay_it_once(server):
    order = world.order()
    world.pay(order)
    server.put("success")
    at_once(20, lambda _: actions.ask(attempt=order.attempts.get()))
    assert AuditEvent.objects.filter(action="order.paid").count() == 1
    assert not AuditEvent.objects.filter(action="order.paid_again").exists()
