"""Counting, and saying when it is too much."""

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from borough.foundations import vault

from .models import Window

# One statement, so twenty at once still count to exactly twenty.
UPSERT = """
    INSERT INTO limits_window AS w (key, ends_at, count) VALUES (%(key)s, %(ends_at)s, 1)
    ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN w.ends_at <= %(now)s THEN 1 ELSE w.count + 1 END,
        ends_at = CASE WHEN w.ends_at <= %(now)s THEN excluded.ends_at ELSE w.ends_at END
    RETURNING count
"""


def hit(*, scope: str, who: str, most: int, seconds: int, now=None) -> bool:
    """Count one, and say whether it is allowed: at most `most` within `seconds` of the first. One statement.

    `scope` names what is limited ("sign-in"), at most 50 characters; `who` is an address or an e-mail, kept as a hash.
    Not audited: it is a counter, and whom it counts is nobody's record. Call it outside a transaction that may fail,
    or the count is undone with it.
    """
    now = now or timezone.now()
    key = f"{scope[:50]}:{vault.digest('limit:' + scope, who)}"
    with connection.cursor() as cursor:
        cursor.execute(UPSERT, {"key": key, "now": now, "ends_at": now + timedelta(seconds=seconds)})
        return cursor.fetchone()[0] <= most


def purge(*, now=None) -> int:
    """Forget the windows that have ended. Returns how many."""
    return Window.objects.filter(ends_at__lte=now or timezone.now()).delete()[0]
