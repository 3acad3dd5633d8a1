"""Deadlines in working days: Monday to Friday, without England's bank holidays. Dates in, dates out."""

import datetime
import re

from borough.foundations.bank_holidays import bank_holidays

NEARLY = 2  # working days before the deadline from which a case is nearly late
FORM = re.compile(r"^(\d{1,3}) (working days?|days?|weeks?)$")
_DAY = datetime.timedelta(days=1)


def read(text: str) -> tuple[int, bool]:
    """`10 working days`, `3 days` or `2 weeks` as (days, working days or not). Raises ValueError with what to write."""
    match = FORM.match(text.strip())
    if not match or not int(match[1]):
        raise ValueError("Write the deadline as “10 working days”, “5 days” or “2 weeks”")
    count, unit = int(match[1]), match[2]
    return (count * 7 if unit.startswith("week") else count), unit.startswith("working")


def due(text: str, opened: datetime.date) -> datetime.date:
    """The last day of a deadline that begins on `opened`. Raises ValueError."""
    days, working = read(text)
    return add_working_days(opened, days) if working else opened + datetime.timedelta(days=days)


def is_working_day(day: datetime.date) -> bool:
    return day.weekday() < 5 and day not in bank_holidays(day.year)


def add_working_days(day: datetime.date, count: int) -> datetime.date:
    """The `count`th working day after `day`; `day` itself for 0. Raises ValueError when `count` is negative."""
    if count < 0:
        raise ValueError("count must not be negative")
    for _ in range(count):
        day += _DAY
        while not is_working_day(day):
            day += _DAY
    return day


def working_days(first: datetime.date, last: datetime.date) -> int:
    """How many working days there are after `first`, up to and with `last`; negative when `last` is earlier."""
    if last < first:
        return -working_days(last, first)
    return sum(is_working_day(first + _DAY * after) for after in range(1, (last - first).days + 1))


def resumed(due_on: datetime.date, paused_on: datetime.date, today: datetime.date) -> datetime.date:
    """The deadline after a pause: later by as many working days as the clock stood still."""
    return add_working_days(due_on, max(0, working_days(paused_on, today)))


def is_late(due_on: datetime.date | None, today: datetime.date) -> bool:
    return due_on is not None and due_on < today


def is_nearly_late(due_on: datetime.date | None, today: datetime.date) -> bool:
    return due_on is not None and today <= due_on <= add_working_days(today, NEARLY)


def in_words(due_on: datetime.date, today: datetime.date) -> str:
    """How long is left, for an officer: "3 working days", "today", "2 working days late"."""
    left = working_days(today, due_on)
    if left == 0:
        return "today" if due_on >= today else "late"
    days = f"{abs(left)} working day{'' if abs(left) == 1 else 's'}"
    return days if left > 0 else f"{days} late"
