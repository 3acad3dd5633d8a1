"""Many want the last device in the same moment."""

import pytest

from borough.casework import actions as casework
from borough.casework.refusals import Refused as NotNow
from borough.communities.devices import actions, queries, reconciling, telling
from borough.communities.devices.models import Device, Offer, Request
from borough.communities.refusals import Refused
from borough.foundations.audit.actors import RESIDENT
from tests.foundations.together import at_once

from . import world

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 100


def test_a_hundred_want_the_last_device_at_once(form, amy, ben):
    world.ready(amy, ben)
    cases = [world.asked(form) for _ in range(MANY)]
    at_once(MANY // 5, lambda turn: [casework.move(case=c, move="approve", by=amy) for c in cases[turn::20]])
    assert Offer.objects.count() == 1
    answers = [case.state for case in _fresh(cases)]
    assert (answers.count("ready"), answers.count("waiting")) == (1, MANY - 1)
    waiting = Request.objects.filter(offers=None)
    assert sorted(queries.place(request) for request in waiting)[-1] <= MANY
    assert not reconciling.totals().breaches


def test_two_officers_lend_the_same_device_at_once(form, amy, ben):
    world.ready(amy, ben)
    request = world.approved(form, amy)

    def lend(number):
        try:
            return world.lend(world.offer(request) or Offer.objects.get(), (amy, ben)[number])
        except Refused as refused:
            return str(refused)

    told = at_once(2, lend)
    assert sum(isinstance(one, str) for one in told) == 1
    assert "is not kept for them any more" in next(one for one in told if isinstance(one, str))
    assert Device.objects.get().state == "on_loan"


def test_declined_and_lent_and_passed_on_at_once(form, amy, ben):
    """Whoever is first has it; the others are told. Nobody waits for ever."""
    world.ready(amy, ben)
    request, _second = world.approved(form, amy), world.approved(form, amy)
    offer = world.offer(request)

    def act(number):
        try:
            if number == 0:
                return world.lend(offer, amy)
            if number == 1:
                return casework.move(case=request.case, move="decline", by=RESIDENT)
            if number == 2:
                return telling.put_back(offer, reason="Nobody came", by=ben)
            return actions.put(device=offer.device, how="repair", note="Dropped", by=ben)
        except (Refused, NotNow) as refused:
            return refused

    at_once(4, act)
    telling.settle()
    assert not reconciling.totals().breaches
    assert Offer.objects.filter(ended_at=None).count() == Device.objects.filter(state="offered").count()


def _fresh(cases):
    for case in cases:
        case.refresh_from_db()
    return cases
