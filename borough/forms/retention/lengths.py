"""Lengths of time as definitions write them: 30 days, 6 months, 2 years. Pure."""

import datetime

from django.utils import timezone

from ..definition.moments import Moment


def moment(length: str, sign: int = 1) -> Moment:
    count, unit = length.split()
    return Moment(sign * int(count), unit.rstrip("s"))


def before(length: str, now: datetime.datetime) -> datetime.datetime:
    """The moment `length` before now, at the same time of day."""
    return _moved(moment(length, -1), now)


def after(length: str, now: datetime.datetime) -> datetime.datetime:
    """The moment `length` after now, at the same time of day."""
    return _moved(moment(length), now)


def _moved(by: Moment, now):
    local = timezone.localtime(now)
    day = by.on(local.date())
    return local.replace(year=day.year, month=day.month, day=day.day)
