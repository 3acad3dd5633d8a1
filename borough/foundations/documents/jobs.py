"""What keeps storage and rows in step when something was killed halfway."""

import logging
from datetime import date, timedelta

from django.utils import timezone

from borough.foundations.schedule.registry import every

from . import actions
from .models import Document, Leftover, store

log = logging.getLogger(__name__)
LOOK_BACK = 30  # days; a file without a row older than this was seen by an earlier sweep


@every("*/20 * * * *", name="documents.clear")
def clear() -> int:
    """Remove the bytes of erased documents that could not be removed at the time. Returns how many were tried."""
    waiting = list(Leftover.objects.filter(since__lt=timezone.now() - timedelta(minutes=5))[:500])
    for leftover in waiting:
        actions.clear(leftover)
    return len(waiting)


@every("40 3 * * *", name="documents.sweep")
def sweep(*, today: date | None = None) -> int:
    """Remove files whose row never committed, once a whole day has passed. Returns how many."""
    today = today or timezone.now().date()  # folders are named by the day in UTC
    removed = sum(_sweep_folder(f"{today - timedelta(days=ago):%Y/%m/%d}") for ago in range(2, LOOK_BACK))
    if removed:
        log.warning("Removed %s files that no document owns", removed)
    return removed


def _sweep_folder(folder: str) -> int:
    try:
        keys = {f"{folder}/{name}" for name in store().listdir(folder)[1]}
    except FileNotFoundError:
        return 0
    known = Document.objects.filter(key__startswith=f"{folder}/").values_list("key", flat=True)
    waiting = Leftover.objects.filter(key__startswith=f"{folder}/").values_list("key", flat=True)
    orphans = keys.difference(known, waiting)
    for key in orphans:
        store().delete(key)
    return len(orphans)
