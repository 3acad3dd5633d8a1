"""What still has to leave, or to come in, keeps what it is about."""

import datetime

import pytest
from django.utils import timezone

from borough.foundations.keeping import queries
from borough.foundations.messages.models import Message
from borough.foundations.pay.models import Attempt, Order, Refund
from borough.foundations.webhooks.models import Delivery

pytestmark = pytest.mark.django_db
CASE, OTHER = "case:DEV-7QK-214", "case:DEV-222-222"
LONG_AGO = timezone.now() - datetime.timedelta(days=40)


def why():
    return list(queries.why_kept([CASE, OTHER]).items())


@pytest.mark.parametrize(
    ("row", "stays"),
    [
        ({"status": "waiting"}, True),
        ({"status": "sending", "claimed_at": timezone.now()}, True),
        ({"status": "failed"}, True),
        ({"status": "failed", "due_at": LONG_AGO}, False),
        ({"status": "sent", "sent_at": timezone.now()}, False),
        ({"status": "cancelled"}, False),
    ],
)
def test_a_message_or_a_delivery_that_has_not_arrived(row, stays):
    Message.objects.create(about=CASE, channel="email", to="ada@example.org", **row)
    assert why() == [(CASE, "A message about it has not been sent yet")] * stays
    Message.objects.all().delete()
    Delivery.objects.create(about=CASE, destination="back-office", event="submission.sent", **row)
    assert why() == [(CASE, "A back office has not been told of it yet")] * stays


def test_a_secret_that_failed_is_not_sent_again_so_it_keeps_nothing():
    Message.objects.create(about=CASE, channel="email", to="ada@example.org", status="failed", sensitive=True)
    assert why() == []


def test_money_on_its_way():
    order = Order.objects.create(about=CASE, reference="P1", description="x", lines=[], pence=100)
    assert why() == []
    attempt = Attempt.objects.create(order=order, pence=100, provider_id="a", status="started", due_at=timezone.now())
    assert why() == [(CASE, "Money for it is still on its way")]
    Attempt.objects.update(status="success", due_at=None)
    assert why() == []
    Refund.objects.create(attempt=attempt, pence=50, reason="Too much", made_by="Ann")
    assert why() == [(CASE, "Money for it is still on its way")]


def test_nothing_asked_about_needs_nothing():
    assert queries.why_kept([]) == {}
