"""Times of the day, months, and a day with its time."""

import datetime
import re
from typing import Annotated, ClassVar, Literal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from pydantic import BeforeValidator, Field

from borough.design import filters

from ..definition import moments
from .base import Question, Typed
from .dates import INCLUDED, MONTHS, Date, When

CLOCK = re.compile(r"([0-9]{1,2})(?:[:.]?([0-9]{2}))?(am|pm)?")
NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}


def clock(text: str) -> str:
    """The time in `text` as people write it (9am, 9.30 pm, 14:30, 0930, noon), as 09:30. Raises ValueError."""
    bare = re.sub(r"[\s]|(?<=[ap])\.", "", text.lower()).replace("m.", "m")
    if bare in NAMED:
        return NAMED[bare]
    match = CLOCK.fullmatch(bare)
    if not match or not (match[2] or match[3]):  # “9” alone may be morning or evening
        raise ValueError(text)
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    if half and not 1 <= hour <= 12:
        raise ValueError(text)
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return datetime.time(hour, minute).strftime("%H:%M")


def spoken(value: str) -> str:
    """09:30 as 9:30am."""
    hour, minute = value.split(":")
    return f"{int(hour) % 12 or 12}:{minute}{'am' if int(hour) < 12 else 'pm'}"


def _on_the_clock(text):
    if text:
        try:
            datetime.datetime.strptime(text, "%H:%M")  # noqa: DTZ007  a time without a day has no zone
        except (TypeError, ValueError):
            raise ValueError("write a time as 09:30 or 14:00") from None
        return text.zfill(5)
    return text


Clock = Annotated[str, BeforeValidator(_on_the_clock), Field(json_schema_extra={"format": "clock"})]


class Time(Question):
    """A time of the day, in one box. People may write 9:30am, 9.30 am, 14:30 or noon.

    Where a day belongs to it use `date_time`; where there are set times to choose from, `booking`.
    """

    type: Literal["time"] = "time"
    template = "time"
    noun = N_("The time")
    earliest: Clock = Field("", description="The first time that will do, such as 09:00")
    latest: Clock = Field("", description="The last time that will do, such as 17:30")

    def typed(self, value):
        return {self.name: spoken(value) if value else ""}

    def parse(self, typed: Typed, today):
        try:
            time = clock(typed[self.name])
        except ValueError:
            raise self.invalid("invalid", _("{who} must be a time, like 9:30am or 14:30")) from None
        if self.earliest and time < self.earliest:
            first = spoken(self.earliest)
            raise self.invalid("too_early", _("{who} must be {first} or later"), first=first)
        if self.latest and time > self.latest:
            last = spoken(self.latest)
            raise self.invalid("too_late", _("{who} must be {last} or earlier"), last=last)
        return time

    def display(self, value):
        return spoken(value) if value else ""

    def samples(self):
        some = [time for time in (self.earliest, self.latest) if time]
        return [{self.name: spoken(time)} for time in some or ("09:30", "14:00")]

    def faults(self):
        if self.earliest and self.latest and self.earliest > self.latest:
            yield ("earliest",), "`earliest` is after `latest`, so no answer would do"


class MonthYear(Question):
    """A month and a year, where nobody needs or knows the day: when a job began, when a card runs out.

    Conditions compare it as the first day of the month.
    """

    type: Literal["month_year"] = "month_year"
    template = "date"
    noun = N_("The date")
    logic_kind = "date"
    days: ClassVar[int] = 31  # that surely lead to the next answer
    earliest: When = Field(
        "", description="A day in the first month that will do: 2026-04-01, `today`, or `today - 5 years`"
    )
    latest: When = Field(
        "", description="A day in the last month that will do: 2026-04-01, `today`, or `today + 3 months`"
    )

    def fields(self):
        return [f"{self.name}-month", f"{self.name}-year"]

    def typed(self, value):
        year, month = value.split("-")[:2] if value else ("", "")
        return dict(zip(self.fields(), (month.lstrip("0"), year), strict=True))

    def parse(self, typed: Typed, today):
        month, year = (typed[field].strip().lower() for field in self.fields())
        for part, text, field in zip(("month", "year"), (month, year), self.fields(), strict=True):
            if not text:
                raise self.invalid("invalid", _("{who} must include {parts}"), field, parts=_(INCLUDED[part]))
        month = str(MONTHS.get(month, month))
        if not re.fullmatch(r"0?[1-9]|1[0-2]", month):
            raise self.invalid("invalid", _("{who} must have a real month, like 4 or April"))
        if not re.fullmatch(r"(1[89]|2[01])[0-9]{2}", year):
            message = _("{who} must have a year of 4 numbers, like 2026")
            raise self.invalid("invalid", message, self.fields()[1])
        first = datetime.date(int(year), int(month), 1)
        low, high = self._bounds(today)
        if low and first < low:
            raise self.invalid("too_early", _("{who} must be {first} or later"), first=filters.month(low))
        if high and first > high:
            raise self.invalid("too_late", _("{who} must be {last} or earlier"), last=filters.month(high))
        return f"{first:%Y-%m}"

    def _bounds(self, today):
        """The first days of the first and last months that will do, or None."""
        return [
            moments.on(moments.read(bound), today).replace(day=1) if bound else None
            for bound in (self.earliest, self.latest)
        ]

    def logic(self, value):
        return datetime.date.fromisoformat(f"{value}-01") if value else None

    def display(self, value):
        return filters.month(self.logic(value)) if value else ""

    def samples(self):
        today = datetime.date.today()  # noqa: DTZ011  a sample, not a record
        some = [day for day in self._bounds(today) if day]
        return [self.typed(day.isoformat()) for day in some or (today - datetime.timedelta(days=5 * 365), today)]

    def faults(self):
        low, high = self._bounds(datetime.date(2026, 1, 1))
        if low and high and low > high:
            yield ("earliest",), "`earliest` is after `latest`, so no answer would do"


class DateTime(Date):
    """A day and a time: when something happened, when a party begins.

    Conditions, `earliest` and `latest` look at the day alone. Where there are set times to choose from use `booking`.
    """

    type: Literal["date_time"] = "date_time"

    def fields(self):
        return [*super().fields(), f"{self.name}-time"]

    def typed(self, value):
        date, _, time = (value or "").partition("T")
        return super().typed(date) | {f"{self.name}-time": spoken(time or "12:00") if date else ""}

    def parse(self, typed: Typed, today):
        date = super().parse(typed, today)
        try:
            return f"{date}T{clock(typed[f'{self.name}-time'])}"
        except ValueError:
            message = _("{who} must include a time, like 9:30am or 14:30")
            raise self.invalid("invalid", message, f"{self.name}-time") from None

    def logic(self, value):
        return super().logic(value[:10]) if value else None

    def display(self, value):
        if not value:
            return ""
        return _("{day} at {time}").format(day=super().display(value[:10]), time=spoken(value[11:]))
