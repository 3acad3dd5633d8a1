"""What `borough bench devices` makes: a larger library that is as right as the one it is made of."""

from bench import clock
from bench.devices import grow
from borough.communities.devices import reconciling
from borough.communities.devices.models import Clearance, Device, Loan, Offer, Request
from borough.foundations.people.models import Person

from . import world


def test_a_library_grown_twice_is_whole_and_nothing_is_lent_twice(form, amy, ben):
    world.ready(amy, ben)
    world.lend(world.offer(world.approved(form, amy)), amy)
    world.ready(amy, ben)
    world.offer(world.approved(form, amy))
    people, clearances = Person.objects.count(), Clearance.objects.count()
    small = {"devices": 1, "loans": 3, "people": 2}
    whole = {"devices": 4, "loans": 9, "people": 20}

    grow(dict.fromkeys(small, 0), small)
    grow(small, whole)

    assert (Device.objects.count(), Request.objects.count(), Offer.objects.count()) == (10, 10, 10)
    assert Loan.objects.count() == 10  # 5 of the libraries, and 5 earlier ones
    assert Loan.objects.filter(ended_at=None).count() == 5
    assert Person.objects.count() == people * 21
    assert Clearance.objects.count() == clearances * 5 + clearances * 5
    found = reconciling.totals()
    assert (found.double_loans, found.open_loans, found.on_loan) == (0, 5, 5)


def test_one_in_twenty_may_be_slower():
    assert clock.p95(list(range(1, 101))) == 95
    assert clock.p95([7]) == 7
