"""The demonstration's device library is of Stockport's size, and its rows agree with each other."""

import pytest

from borough.communities.devices import reconciling
from borough.communities.devices.models import Device, Loan

pytestmark = pytest.mark.usefixtures("borough")


def test_the_totals_are_those_that_stockport_told():
    found = reconciling.totals()
    assert not found.breaches
    assert found.as_dict() == {"devices": 360, "on_loan": 302, "open_loans": 302, "lent_unwiped": 0, "double_loans": 0,
                               "loan_months": 2_200, "households": 326}  # fmt: skip


@pytest.mark.parametrize(("kind", "many"), [("laptop", 110), ("tablet", 84), ("dongle", 83), ("phone", 25)])
def test_what_is_out(kind, many):
    assert Device.objects.filter(kind=kind, state="on_loan").count() == many
    assert Loan.objects.filter(device__kind=kind, ended_at=None).count() == many


def test_the_worker_leaves_the_totals_as_they_are():
    from borough.communities.devices import jobs

    before = reconciling.totals()
    jobs.look_at_the_queue()
    jobs.remind()
    assert reconciling.totals() == before
