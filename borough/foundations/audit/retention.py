"""Forgetting what the audit trail no longer needs. The database refuses to forget anything younger than seven years."""

from datetime import date, datetime, time

from django.db import connection, transaction
from django.utils import timezone

from .actions import record
from .models import AuditEvent

YEARS = 7  # six years of the Limitation Act 1980 and one to spare; the migration's function holds the same number


class TooYoung(ValueError):
    """The day is less than seven years ago."""


def latest(today: date | None = None) -> date:
    """The latest day that `purge` takes: seven years before today."""
    today = today or timezone.localdate()
    try:
        return today.replace(year=today.year - YEARS)
    except ValueError:  # 29 February
        return today.replace(year=today.year - YEARS, day=28)


@transaction.atomic
def purge(*, before: date, dry_run: bool = False, by) -> int:
    """Delete the events of the days before `before`, and record that. Returns how many (or would be, when dry).

    Raises TooYoung when `before` is later than `latest()`. The database checks again.
    """
    if before > latest():
        raise TooYoung(f"Events are kept for {YEARS} years: the latest day is {latest():%Y-%m-%d}")
    moment = timezone.make_aware(datetime.combine(before, time.min))
    if dry_run:
        return AuditEvent.objects.filter(at__lt=moment).count()
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit_purge(%s)", [moment])
        count = cursor.fetchone()[0]
    record(action="audit.purged", kind="audit", id="events", by=by, data={"before": str(before), "count": count})
    return count
