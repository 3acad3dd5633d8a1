"""Holding a case while it changes, so that two officers at once never overwrite each other."""

from contextlib import contextmanager

from django.db import OperationalError, transaction
from django.utils import timezone
from psycopg.errors import LockNotAvailable

from ..models import Case
from ..refusals import NotYours, Refused, StaleCase
from ..visibility import may_work

BUSY = (
    "Somebody else is changing this case at this moment. Nothing of yours was saved. Look at the case, then try again."
)


@contextmanager
def changing(case, *, by, revision: int | None = None, open_only: bool = True):
    """Lock the case's row, give it fresh, and save it one revision higher.

    An officer does not wait for another: the second gets StaleCase. A resident or the system waits for its turn.
    Raises StaleCase when `revision` is not the case's own, NotYours, and Refused for a closed case if `open_only`.
    """
    officer = by.actor.kind == "officer"
    try:
        with transaction.atomic():
            held = hold(case.pk, nowait=officer)
            if not may_work(by, held):
                raise NotYours
            if revision is not None and held.revision != revision:
                raise StaleCase(_what_changed(held))
            if open_only and not held.is_open:
                raise Refused("This case is closed. Reopen it first.")
            if officer:
                held.answered_at = None
            yield held
            held.revision += 1
            held.save()
    except OperationalError as fault:
        if isinstance(fault.__cause__, LockNotAvailable):
            raise StaleCase(BUSY) from fault
        raise


def hold(pk, *, nowait: bool = False) -> Case:
    """The case, its row locked until the transaction ends."""
    return (
        Case.objects.select_for_update(nowait=nowait, of=("self",))
        .select_related("person", "team", "assignee", "submission")
        .defer("search")
        .get(pk=pk)
    )


def _what_changed(case) -> str:
    last = case.timeline.first()
    who = f"{last.who_name or 'Somebody'} did, at {timezone.localtime(last.at):%H:%M}" if last else "somebody did"
    return (
        f"This case changed after you opened it: {who}. Nothing of yours was saved. Look at the case, then try again."
    )
