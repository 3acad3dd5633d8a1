"""When things happen: officers in office hours, residents from breakfast to bedtime."""

import datetime
from random import Random

from django.utils import timezone

from borough.casework.deadlines import add_working_days, is_working_day

DAY = datetime.timedelta(days=1)


def at(day: datetime.date, hour: int, minute: int, second: int = 0) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(hour, minute, second), timezone.get_default_timezone())


def office(rng: Random, day: datetime.date) -> datetime.datetime:
    """A moment in office hours of that day."""
    return at(day, rng.randint(9, 16), rng.randint(0, 59), rng.randint(0, 59))


def evening_or_day(rng: Random, day: datetime.date) -> datetime.datetime:
    """A moment at which a resident fills in a form."""
    return at(day, rng.randint(7, 21), rng.randint(0, 59), rng.randint(0, 59))


def working_days_before(day: datetime.date, count: int) -> datetime.date:
    """The `count`th working day before `day`; for 0, `day` or the last working day before it."""
    while not is_working_day(day):
        day -= DAY
    for _ in range(count):
        day -= DAY
        while not is_working_day(day):
            day -= DAY
    return day


def working_day_after(day: datetime.date, count: int) -> datetime.date:
    """The `count`th working day after `day`; for 0, `day` or the next working day."""
    return add_working_days(day, count) if count or is_working_day(day) else add_working_days(day, 1)
