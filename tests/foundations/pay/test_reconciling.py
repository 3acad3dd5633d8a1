"""The worker asks about payments by itself: those of people who closed their browser, and those that we lost."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.utils import timezone

from borough.foundations.pay import reconciling, states
from borough.foundations.pay.models import Attempt
from borough.foundations.pay.providers.base import Silent
from borough.foundations.pay.reconciling import ask_due
from tests.foundations.together import Clock, at_once

from . import world

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def clock():
    return Clock(timezone.now() + timedelta(seconds=2))


def lose(server, order, fault="lose"):
    server.misbehave("create", fault)
    with pytest.raises(Silent):
        world.pay(order)


def test_somebody_who_never_came_back_has_paid(server, clock):
    order = world.order()
    world.pay(order)
    server.put("success")
    assert ask_due(clock=clock) == 0  # not due yet
    clock.advance(MINUTE)
    assert ask_due(clock=clock) == 1
    order.refresh_from_db()
    assert order.paid
    clock.advance(timedelta(days=40))
    assert ask_due(clock=clock) == 0  # a success is asked about no more


@pytest.mark.parametrize("fault", ["lose", "garbage"])
def test_killed_between_the_provider_and_our_database_it_is_found_by_reference(server, clock, fault):
    order = world.order()
    lose(server, order, fault)
    assert order.attempts.get().provider_id is None
    server.put("success")
    clock.advance(MINUTE)
    ask_due(clock=clock)
    order.refresh_from_db()
    assert order.paid


def test_searches_that_are_behind_only_make_it_later(server, clock):
    order = world.order()
    lose(server, order)
    server.put("success")
    server.forget_in_searches()
    clock.advance(MINUTE)
    assert ask_due(clock=clock) == 1
    order.refresh_from_db()
    assert not order.paid
    server.catch_up()
    clock.advance(3 * MINUTE)
    ask_due(clock=clock)
    order.refresh_from_db()
    assert order.paid


def test_one_that_never_reached_the_provider_stays_open_to_be_tried(server, clock):
    order = world.order()
    lose(server, order, "down")
    clock.advance(MINUTE)
    ask_due(clock=clock)
    assert order.attempts.get().status == "opening"


def test_a_silent_provider_ends_the_round_and_nothing_is_forgotten(server, clock):
    for number in range(3):
        world.pay(world.order(f"LIC-222-22{number}"))
        server.put("success")
    server.misbehave("find", "down")
    clock.advance(MINUTE)
    assert ask_due(clock=clock) == 0
    assert ask_due(clock=clock) == 2
    clock.advance(3 * MINUTE)
    assert ask_due(clock=clock) == 1
    assert Attempt.objects.filter(status="success").count() == 3


def test_a_fault_of_ours_keeps_no_other_waiting(server, clock, monkeypatch):
    for number in range(2):
        world.pay(world.order(f"LIC-222-22{number}"))
        server.put("success")
    first, real = Attempt.objects.first(), reconciling.look_after
    monkeypatch.setattr(reconciling, "look_after", lambda one: 1 / 0 if one == first else real(one))
    clock.advance(MINUTE)
    assert ask_due(clock=clock) == 2
    assert Attempt.objects.filter(status="success").count() == 1


def test_with_nobody_to_ask_it_asks_nobody(server, clock, settings):
    world.pay(world.order())
    settings.PAY = "none"
    clock.advance(MINUTE)
    assert ask_due(clock=clock) == 0


def test_how_often_it_asks():
    made = now = timezone.now()
    asked = []
    while (due := states.ask_next(made, now)) is not None:
        asked.append(due - now)
        now = due
    assert asked[0] == MINUTE
    assert max(asked) == timedelta(days=1)
    assert all(after >= before for before, after in pairwise(asked))
    assert len(asked) < 50
    assert now - made >= timedelta(days=30)


@pytest.mark.django_db(transaction=True)
def test_ten_workers_ask_about_each_once(server):
    for number in range(5):
        world.pay(world.order(f"LIC-222-22{number}"))
    server.calls.clear()
    clock = Clock(timezone.now() + 2 * MINUTE)
    assert sum(at_once(10, lambda _: ask_due(clock=clock))) == 5
    assert server.calls.count("find") == 5
