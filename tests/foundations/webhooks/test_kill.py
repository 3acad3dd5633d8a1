"""A worker killed before it hears the answer: delivered at least once, and known by its id."""

import os
import signal
from datetime import timedelta

import pytest
from django.utils import timezone

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.webhooks.actions import announce, keep_destination
from borough.foundations.webhooks.delivery import deliver_due, sweep
from borough.foundations.webhooks.models import Delivery
from tests.foundations.workerprocess import worker

from .conftest import SECRET


@pytest.mark.django_db(transaction=True)
def test_killed_between_claim_and_sent(office):
    from borough.casework.webhooks import MOVED

    keep_destination(name="back-office", url=office.url, secret=SECRET, by=SYSTEM)
    for number in range(3):
        announce(event=MOVED, about=f"case:DEV-7QK-21{number}", to=["back-office"], by=SYSTEM)
    with worker() as process:
        office.acts = [lambda handler: os.kill(process.pid, signal.SIGKILL)]
        assert process.wait(60) == -signal.SIGKILL
    statuses = list(Delivery.objects.order_by("pk").values_list("status", flat=True))
    assert statuses == ["sending", "waiting", "waiting"]

    soon = timezone.now() + timedelta(minutes=11)
    assert sweep(now=soon) == 1
    while deliver_due(clock=lambda: soon + timedelta(minutes=2)):
        pass
    assert not Delivery.objects.exclude(status="sent").exists()
    ids = [headers["webhook-id"] for _, headers, _ in office.got]
    assert (len(ids), len(set(ids))) == (4, 3)
