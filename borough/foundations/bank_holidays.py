"""England's bank holidays, by the Banking and Financial Dealings Act 1971 and what was proclaimed since. Pure.

A library that knows every country's took an eighth of a web process's memory; the tests compare with it instead.
"""

import datetime
from datetime import date
from functools import lru_cache

from dateutil.easter import easter

SATURDAY = 5
DAY = datetime.timedelta(days=1)
MOVED = {  # from the day of the rule to the day proclaimed
    date(2002, 5, 27): date(2002, 6, 4),  # the Queen's 50 years, the next to a day more
    date(2012, 5, 28): date(2012, 6, 4),  # her 60 years
    date(2020, 5, 4): date(2020, 5, 8),  # 75 years of peace in Europe
    date(2022, 5, 30): date(2022, 6, 2),  # her 70 years
}
ONCE = {
    date(2002, 6, 3),
    date(2011, 4, 29),  # a royal wedding
    date(2012, 6, 5),
    date(2022, 6, 3),
    date(2022, 9, 19),  # the Queen's funeral
    date(2023, 5, 8),  # the King's coronation
}


@lru_cache(64)
def bank_holidays(year: int) -> frozenset[date]:
    """Those of a year, from 2000 on. One that falls at a weekend is given on the next day that is worked."""
    sunday = easter(year)
    ruled = {
        _worked(date(year, 1, 1)),
        sunday - 2 * DAY,  # Good Friday
        sunday + DAY,
        _monday(date(year, 5, 1)),
        _monday(date(year, 5, 25)),  # the last in May
        _monday(date(year, 8, 25)),  # the last in August
        christmas := _worked(date(year, 12, 25)),
        _worked(date(year, 12, 26), taken=christmas),
    }
    return frozenset({MOVED.get(day, day) for day in ruled} | {day for day in ONCE if day.year == year})


def _monday(day: date) -> date:
    """The first Monday from `day` on."""
    return day + DAY * (-day.weekday() % 7)


def _worked(day: date, taken: date | None = None) -> date:
    while day.weekday() >= SATURDAY or day == taken:
        day += DAY
    return day
