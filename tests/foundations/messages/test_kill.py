"""A worker killed before it hears the mail server's answer: nothing lost, one duplicate at most, known by its id."""

import os
import signal
from datetime import timedelta

import pytest
from django.utils import timezone

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.messages.actions import send
from borough.foundations.messages.delivery import deliver_due, sweep
from borough.foundations.messages.models import Message
from tests.foundations.workerprocess import worker


@pytest.mark.django_db(transaction=True)
def test_killed_between_claim_and_sent(mail):
    for number in range(3):
        send(channel="email", to=f"person-{number}@example.org", body="Ready.", by=SYSTEM)
    with worker(EMAIL_HOST="127.0.0.1", EMAIL_PORT=str(mail.port), MESSAGES_EMAIL="smtp") as process:
        mail.on_data = lambda: os.kill(process.pid, signal.SIGKILL)
        assert process.wait(60) == -signal.SIGKILL
    mail.on_data = None
    assert list(Message.objects.order_by("pk").values_list("status", flat=True)) == ["sending", "waiting", "waiting"]

    soon = timezone.now() + timedelta(minutes=11)
    assert sweep(now=soon) == 1
    while deliver_due(clock=lambda: soon + timedelta(minutes=2)):
        pass
    assert not Message.objects.exclude(status="sent").exists()
    ids = [email["Message-ID"] for email in mail.received]
    assert (len(ids), len(set(ids))) == (4, 3)
