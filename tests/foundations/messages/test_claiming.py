"""However many workers there are, each message is sent once."""

import pytest

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.messages.actions import send
from borough.foundations.messages.delivery import deliver_due
from borough.foundations.messages.models import Message
from tests.foundations.together import at_once


@pytest.mark.django_db(transaction=True)
def test_twenty_workers_at_once(mail):
    for number in range(40):
        send(channel="email", to=f"person-{number}@example.org", body="Ready.", by=SYSTEM)
    tried = at_once(20, lambda number: deliver_due())
    assert sum(tried) == 40
    assert len({email["To"] for email in mail.received}) == len(mail.received) == 40
    assert not Message.objects.exclude(status="sent", attempts=1).exists()
