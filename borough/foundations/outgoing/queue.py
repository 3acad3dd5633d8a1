"""What the worker does with a table of what leaves: claim one row, hand it over, keep how it went.

The claim is committed before anything leaves, and the outcome is kept after. A worker killed in between leaves the row
claimed, and `sweep` puts it back: nothing is lost, and at most one copy more goes out.
"""

import logging
from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from borough.foundations.audit import actions as audit
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.faults import brief

from . import waits
from .models import Outgoing, Status
from .trouble import Down, Later, Refused

logger = logging.getLogger(__name__)
STUCK = timedelta(minutes=10)


class Queue:
    """One table's. `kind` names its rows in the audit trail; `lane` is the field that says who takes them.

    `hand_over(row)` delivers one row and returns what to keep of it, field → value; it raises what is in `trouble`.
    `ended(row)` gives the fields that change when a row has ended, however it went. `rest` is how long a lane whose
    receiver does not answer is left alone, by every worker; else it is left alone until the next round.
    """

    def __init__(
        self,
        model: type[Outgoing],
        *,
        kind: str,
        lane: str,
        hand_over: Callable,
        ended: Callable = lambda row: {},
        rest: timedelta | None = None,
    ):
        self.model, self.kind, self.lane, self.hand_over, self.ended = model, kind, lane, hand_over, ended
        self.rest = rest

    def deliver_due(self, *, clock=timezone.now, most: int = 100, stopping=lambda: False) -> int:
        """Deliver up to `most` rows that are due, oldest first, or until `stopping()`. Returns how many were tried.

        A lane whose receiver does not answer rests, so one that is silent holds up no other.
        """
        resting: set[str] = set()
        for tried in range(most):
            row = None if stopping() else self.claim(now=clock(), resting=resting)
            if row is None:
                return tried
            try:
                kept = self.hand_over(row)
            except Refused as reason:
                self.failed(row, str(reason))
            except Later as reason:
                if isinstance(reason, Down):
                    resting.add(getattr(row, self.lane))
                    self._rest(row, now=clock())
                self.later(row, str(reason), now=clock())
            except Exception as fault:  # a mistake of ours must not stop the rest, nor lose this one
                logger.error("%s %s was not delivered: %s", self.kind.capitalize(), row.pk, brief(fault))
                self.later(row, brief(fault), now=clock())
            else:
                self.sent(row, kept, now=clock())
        return most

    @transaction.atomic
    def claim(self, *, now, resting=()) -> Outgoing | None:
        """Take the row that has been due longest, so that no other worker does. None if there is none."""
        due = self.model.objects.filter(status=Status.WAITING, due_at__lte=now).exclude(**{f"{self.lane}__in": resting})
        row = due.order_by("due_at", "pk").select_for_update(skip_locked=True).first()
        if row:
            row.status, row.claimed_at, row.attempts = Status.SENDING, now, row.attempts + 1
            row.save(update_fields=["status", "claimed_at", "attempts"])
        return row

    @transaction.atomic
    def sweep(self, *, now=None) -> int:
        """Put rows claimed more than 10 minutes ago back to waiting, as any try without success. Returns how many."""
        now = now or timezone.now()
        claimed = self.model.objects.filter(status=Status.SENDING, claimed_at__lt=now - STUCK)
        found = list(claimed.select_for_update(skip_locked=True))
        for row in found:
            self.later(row, "The worker stopped while it sent this.", now=now)
        return len(found)

    @transaction.atomic
    def sent(self, row, kept: dict, *, now) -> None:
        """Whoever else has it by now: it has gone."""
        done = kept | {"status": Status.SENT, "sent_at": now, "error": ""} | self.ended(row)
        if self.model.objects.filter(pk=row.pk).exclude(status=Status.SENT).update(**done):
            audit.record(action=f"{self.kind}.sent", record=row, by=SYSTEM, data={"attempts": row.attempts})

    def later(self, row, reason: str, *, now) -> None:
        wait = waits.after(row.attempts)
        if wait is None:
            self.failed(row, f"We tried for three days. {reason}")
        else:
            self._still_ours(row).update(status=Status.WAITING, due_at=now + wait, error=reason)

    @transaction.atomic
    def failed(self, row, reason: str) -> None:
        if self._still_ours(row).update(status=Status.FAILED, error=reason, **self.ended(row)):
            audit.record(action=f"{self.kind}.failed", record=row, by=SYSTEM, data={"attempts": row.attempts})
            logger.warning("%s %s failed after %s tries", self.kind.capitalize(), row.pk, row.attempts)

    def _rest(self, row, *, now) -> None:
        """The others in the lane wait too, without a try being counted."""
        if self.rest:
            lane = {self.lane: getattr(row, self.lane)}
            others = self.model.objects.filter(status=Status.WAITING, due_at__lt=now + self.rest, **lane)
            others.update(due_at=now + self.rest)

    def _still_ours(self, row):
        """The row, unless the sweep gave it back meanwhile: then the outcome belongs to whoever claims it next."""
        return self.model.objects.filter(pk=row.pk, status=Status.SENDING, claimed_at=row.claimed_at)
