"""How long to wait before trying again."""

from datetime import timedelta

FIRST = [
    timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=6)
]  # fmt: skip
THEN = timedelta(hours=6)
GIVE_UP = timedelta(days=3)


def after(attempts: int) -> timedelta | None:
    """The wait after `attempts` tries (1 or more) without success: 1 minute, 5, 30, 2 hours, then every 6 hours.

    None once the waits so far come to 3 days. It counts tries, not the calendar, so a worker that was off for a week
    still tries each as often.
    """
    if attempts <= len(FIRST):
        return FIRST[attempts - 1]
    waited = sum(FIRST, timedelta()) + THEN * (attempts - len(FIRST) - 1)
    return THEN if waited < GIVE_UP else None
