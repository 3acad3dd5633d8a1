"""What the worker does with the outbox: claim one message, deliver it, keep how it went.

The claim is committed before anything leaves, and the outcome is kept after. A worker killed in between leaves the
message claimed, and `sweep` puts it back: nothing is lost, and at most one copy more goes out.
"""

import logging
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from borough.foundations.audit import actions as audit
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.faults import brief

from . import waits
from .channels.base import Down, Later, Refused
from .channels.chosen import provider
from .models import Message

logger = logging.getLogger(__name__)
STUCK = timedelta(minutes=10)
Status = Message.Status


def deliver_due(*, clock=timezone.now, most: int = 100, stopping=lambda: False) -> int:
    """Deliver up to `most` messages that are due, oldest first, or until `stopping()`. Returns how many were tried.

    A channel whose provider does not answer rests until the next round, so one silent server holds up no other.
    """
    resting: set[str] = set()
    for tried in range(most):
        message = None if stopping() else claim(now=clock(), resting=resting)
        if message is None:
            return tried
        try:
            provider_id = provider(message.channel).deliver(message)
        except Refused as reason:
            _failed(message, str(reason))
        except Later as reason:
            if isinstance(reason, Down):
                resting.add(message.channel)
            _later(message, str(reason), now=clock())
        except Exception as fault:  # a mistake of ours must not stop the rest, nor lose this one
            logger.error("Message %s was not delivered: %s", message.pk, brief(fault))
            _later(message, brief(fault), now=clock())
        else:
            _sent(message, provider_id, now=clock())
    return most


@transaction.atomic
def claim(*, now, resting=()) -> Message | None:
    """Take the message that has been due longest, so that no other worker does. None if there is none."""
    due = Message.objects.filter(status=Status.WAITING, due_at__lte=now).exclude(channel__in=resting)
    message = due.order_by("due_at", "pk").select_for_update(skip_locked=True).first()
    if message:
        message.status, message.claimed_at, message.attempts = Status.SENDING, now, message.attempts + 1
        message.save(update_fields=["status", "claimed_at", "attempts"])
    return message


@transaction.atomic
def sweep(*, now=None) -> int:
    """Put messages claimed more than 10 minutes ago back to waiting, as any try without success. Returns how many."""
    now = now or timezone.now()
    stuck = Message.objects.filter(status=Status.SENDING, claimed_at__lt=now - STUCK).select_for_update(
        skip_locked=True
    )
    for message in (found := list(stuck)):
        _later(message, "The worker stopped while it sent this.", now=now)
    return len(found)


@transaction.atomic
def _sent(message, provider_id, *, now):
    # Whoever else has it by now: it has gone.
    done = {"status": Status.SENT, "sent_at": now, "provider_id": provider_id[:200], "error": ""}
    if message.sensitive:
        done["body"] = ""
    if Message.objects.filter(pk=message.pk).exclude(status=Status.SENT).update(**done):
        audit.record(action="message.sent", record=message, by=SYSTEM, data={"attempts": message.attempts})


def _later(message, reason, *, now):
    wait = waits.after(message.attempts)
    if wait is None:
        _failed(message, f"We tried for three days. {reason}")
    else:
        _still_ours(message).update(status=Status.WAITING, due_at=now + wait, error=reason)


@transaction.atomic
def _failed(message, reason):
    done = {"status": Status.FAILED, "error": reason}
    if message.sensitive:
        done["body"] = ""
    if _still_ours(message).update(**done):
        audit.record(action="message.failed", record=message, by=SYSTEM, data={"attempts": message.attempts})
        logger.warning("Message %s failed after %s tries", message.pk, message.attempts)


def _still_ours(message):
    """The row, unless the sweep gave it back meanwhile: then the outcome belongs to whoever claims it next."""
    return Message.objects.filter(pk=message.pk, status=Status.SENDING, claimed_at=message.claimed_at)
