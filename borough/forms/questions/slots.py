"""The times that a week's hours give. Pure."""

import datetime
import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from borough.foundations.bank_holidays import bank_holidays

from .base import Part
from .times import Clock

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SPAN = re.compile(r"(\d{1,3}) (hour|day|week)s?")
LONGEST = datetime.timedelta(weeks=52)


def span(text: str) -> datetime.timedelta:
    """2 hours, 3 days or 6 weeks. Raises ValueError."""
    match = SPAN.fullmatch(text)
    if not match:
        raise ValueError("write a length of time as “2 hours”, “3 days” or “6 weeks”")
    return datetime.timedelta(**{f"{match[2]}s": int(match[1])})


def _span(text):
    if isinstance(text, str) and span(text) > LONGEST:
        raise ValueError("this must be 52 weeks or less")
    return text


Span = Annotated[str, BeforeValidator(_span), Field(json_schema_extra={"format": "span"})]


class Hours(Part):
    """Some days of the week, from one time until another: the last booking ends by then."""

    model_config = ConfigDict(populate_by_name=True)

    days: list[Literal[DAYS]] = Field(min_length=1, description="On which days of the week")
    from_: Clock = Field(alias="from", min_length=1, description="When the first booking begins, such as 09:00")
    to: Clock = Field(min_length=1, description="When the last booking ends, such as 12:30")


def times(
    hours: list[Hours], minutes: int, first: datetime.datetime, last: datetime.datetime, closed=frozenset()
) -> Iterator[datetime.datetime]:
    """Every time from `first` to `last` that begins a booking of so many minutes, without bank holidays and `closed`.

    Times are of the clock on the wall, without a zone.
    """
    day = first.date()
    while day <= last.date():
        if day not in closed and day not in bank_holidays(day.year):
            yield from (time for time in sorted(_of(day, hours, minutes)) if first <= time <= last)
        day += datetime.timedelta(days=1)


def _of(day, hours, minutes) -> set[datetime.datetime]:
    found, step = set(), datetime.timedelta(minutes=minutes)
    for one in hours:
        if DAYS[day.weekday()] in one.days:
            at, end = (datetime.datetime.combine(day, datetime.time.fromisoformat(t)) for t in (one.from_, one.to))
            while at + step <= end:
                found.add(at)
                at += step
    return found
