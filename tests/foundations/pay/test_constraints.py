"""What the database itself refuses."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from borough.foundations.pay.models import Attempt, Order, Refund

from . import world

pytestmark = pytest.mark.django_db


def refused(act):
    with pytest.raises(IntegrityError), transaction.atomic():
        act()


@pytest.fixture
def order():
    return world.order()


def attempt(order, **fields):
    return Attempt.objects.create(**{"order": order, "pence": 2500} | fields)


def test_an_order_of_nothing():
    refused(lambda: world.order(pence=0))


def test_two_orders_for_one_thing(order):
    refused(lambda: Order.objects.create(about=order.about, reference="X", description="x", lines=[], pence=1))


def test_two_orders_of_one_reference(order):
    refused(lambda: Order.objects.create(about="case:X", reference=order.reference, description="x", lines=[], pence=1))


def test_an_order_paid_at_a_time_by_nobody(order):
    refused(lambda: Order.objects.filter(pk=order.pk).update(paid_at=timezone.now()))


def test_one_attempt_that_pays_two_orders(order):
    one = attempt(order, status="success", provider_id="a")
    other = world.order("LIC-222-222")
    for each in (order, other):
        each.paid_by, each.paid_at = one, timezone.now()
    order.save()
    refused(other.save)


def test_two_open_attempts(order):
    attempt(order)
    refused(lambda: attempt(order, status="created", provider_id="a"))
    attempt(order, status="created", provider_id="b", adopted=True)
    attempt(order, status="failed", provider_id="c")


def test_one_payment_kept_twice(order):
    attempt(order, status="failed", provider_id="a")
    refused(lambda: attempt(order, status="failed", provider_id="a"))


@pytest.mark.parametrize("fields", [{"status": "wibbling"}, {"pence": 0}, {"status": "success"}, {"refunded": 1}])
def test_an_attempt_that_cannot_be(order, fields):
    refused(lambda: attempt(order, **fields))


@pytest.mark.parametrize("fields", [{"pence": 0}, {"reason": ""}, {"status": "wibbling"}])
def test_a_refund_that_cannot_be(order, fields):
    brought = attempt(order, status="success", provider_id="a")
    refused(lambda: Refund.objects.create(**{"attempt": brought, "pence": 1, "reason": "x", "made_by": "Pam"} | fields))


def test_two_refunds_asked_for_at_a_time(order):
    brought = attempt(order, status="success", provider_id="a")
    fields = {"attempt": brought, "pence": 1, "reason": "x", "made_by": "Pam"}
    Refund.objects.create(**fields)
    refused(lambda: Refund.objects.create(**fields))
