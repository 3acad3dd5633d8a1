"""Trying a failed message again, and cancelling one."""

import pytest
from django.utils import timezone

from borough.foundations.audit import queries as audit
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.messages.actions import Unsendable, cancel, retry
from borough.foundations.messages.models import Message

SENT = {"status": "sent", "sent_at": timezone.now()}


def made(write, **state):
    message = write(sensitive=state.pop("sensitive", False))
    Message.objects.filter(pk=message.pk).update(**state)
    return message


def test_a_failed_message_is_tried_from_the_start(write):
    message = retry(message=made(write, status="failed", attempts=16, error="no"), by=SYSTEM)
    assert (message.status, message.attempts, message.error) == ("waiting", 0, "")
    assert audit.of(message).first().action == "message.retried"


@pytest.mark.parametrize("state", [{"status": "waiting"}, SENT, {"status": "cancelled"}])
def test_only_a_failed_message_is_tried_again(write, state):
    with pytest.raises(Unsendable, match="Only a message that was not sent"):
        retry(message=made(write, **state), by=SYSTEM)


def test_a_secret_is_not_sent_again(write):
    with pytest.raises(Unsendable, match="Make a new one"):
        retry(message=made(write, sensitive=True, status="failed", body=""), by=SYSTEM)


@pytest.mark.parametrize("status", ["waiting", "failed"])
def test_an_unsent_message_is_cancelled(write, status):
    message = cancel(message=made(write, status=status), by=SYSTEM, reason="They rang.")
    assert message.status == "cancelled"
    assert audit.of(message).first().reason == "They rang."


def test_a_cancelled_secret_is_not_kept(write):
    assert cancel(message=made(write, sensitive=True), by=SYSTEM).body == ""


@pytest.mark.parametrize("state", [SENT, {"status": "sending", "claimed_at": timezone.now()}])
def test_what_has_gone_is_not_cancelled(write, state):
    with pytest.raises(Unsendable, match="Only a message that waits"):
        cancel(message=made(write, **state), by=SYSTEM)
