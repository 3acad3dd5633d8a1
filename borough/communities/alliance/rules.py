"""When a champion may help, and when a listing is too old to trust. Pure functions."""

import datetime

CHECK_LASTS = 3 * 365  # days; the usual practice of volunteer programmes, there is no statutory term for a DBS check
ASSURED_LASTS = 182  # days: Open Referral UK asks that a listing is looked at twice a year


def may_help(*, trained_on, checked_on, left_on, day: datetime.date) -> bool:
    """Trained, checked within three years, and still with us on that day."""
    if trained_on is None or checked_on is None or (left_on and left_on <= day):
        return False
    return trained_on <= day and checked_on <= day < checked_on + datetime.timedelta(days=CHECK_LASTS)


def is_assured(assured_on: datetime.date | None, day: datetime.date) -> bool:
    return assured_on is not None and day < assured_on + datetime.timedelta(days=ASSURED_LASTS)
