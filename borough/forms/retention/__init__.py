"""Deleting what is kept no longer: what is due and why, and letting it go."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator

from django.utils import timezone

from . import kinds


def due(*, now: datetime.datetime | None = None, only: Iterable[kinds.Kind] = ()) -> Iterator[tuple]:
    """(kind, what is due of one service) of every kind, or of those named. Changes nothing."""
    now = now or timezone.now()
    for kind in only or kinds.known():
        for found in kind.due(now):
            yield kind, found


def delete_due(*, by, now: datetime.datetime | None = None, only: Iterable[kinds.Kind] = ()) -> dict[str, Counter]:
    """Let it go. How many went, by service and kind."""
    gone: dict[str, Counter] = {}
    for kind, found in due(now=now, only=only):
        if count := kind.delete(found.records, by=by) if found.count else 0:
            gone.setdefault(found.slug, Counter())[kind.name] += count
    return gone
