"""Dates, as three boxes: day, month, year."""

import datetime
import re
from typing import Annotated, Literal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from pydantic import BeforeValidator, Field

from borough.design import filters

from ..definition import moments
from .base import Question, Typed

MONTHS = {
    m: i
    for i, ms in enumerate(
        (
            "january jan ionawr",
            "february feb chwefror",
            "march mar mawrth",
            "april apr ebrill",
            "may mai",
            "june jun mehefin",
            "july jul gorffennaf",
            "august aug awst",
            "september sep sept medi",
            "october oct hydref",
            "november nov tachwedd",
            "december dec rhagfyr",
        ),
        1,
    )
    for m in ms.split()
}


PARTS = ("day", "month", "year")
INCLUDED = {"day": N_("a day"), "month": N_("a month"), "year": N_("a year")}


def _when(text):
    if isinstance(text, str) and text:
        try:
            moments.read(text)
        except ValueError:
            raise ValueError("write a date as 2026-04-03, `today`, or `today - 21 years`") from None
    return text


When = Annotated[str, BeforeValidator(_when), Field(json_schema_extra={"format": "moment"})]


class Date(Question):
    """A day that people know by heart, such as when they were born, in three boxes. The month may be a word.

    For a day that they must look up or choose, ask for what you need it for instead, or let them book with `booking`.
    """

    type: Literal["date"] = "date"
    template = "date"
    noun = N_("The date")
    logic_kind = "date"
    earliest: When = Field("", description="The first day that will do: 2026-04-03, `today`, or `today - 21 years`")
    latest: When = Field("", description="The last day that will do: 2026-04-03, `today`, or `today + 3 months`")
    autocomplete: Literal["", "bday"] = Field(
        "", description="`bday` where it is the person's own date of birth, which a browser may fill in"
    )

    def fields(self):
        return [f"{self.name}-{part}" for part in PARTS]

    def typed(self, value):
        year, month, day = value.split("-") if value else ("", "", "")
        typed = {"day": day.lstrip("0"), "month": month.lstrip("0"), "year": year}
        return {f"{self.name}-{part}": typed[part] for part in PARTS}

    def parse(self, typed: Typed, today):
        missing = [part for part in PARTS if not typed[f"{self.name}-{part}"]]
        if missing:
            *others, last = (_(INCLUDED[part]) for part in missing)
            said = ", ".join(others) + _(" and ") + last if others else last
            field = f"{self.name}-{missing[0]}"
            raise self.invalid("invalid", _("{who} must include {parts}"), field, parts=said)
        day, month, year = (typed[field].strip().lower() for field in self.fields()[: len(PARTS)])
        month = str(MONTHS.get(month, month))
        if not re.fullmatch("[0-9]{1,2} [0-9]{1,2} [0-9]{4}", f"{day} {month} {year}"):
            raise self.invalid("invalid", _("{who} must be a real date, like 27 3 2026"))
        try:
            date = datetime.date(int(year), int(month), int(day))
        except ValueError:
            raise self.invalid("invalid", _("{who} must be a real date, like 27 3 2026")) from None
        self._between(date, today)
        return date.isoformat()

    def _between(self, date, today):
        if self.earliest and date < (first := moments.on(moments.read(self.earliest), today)):
            raise self.invalid("too_early", _("{who} must be {first} or later"), first=filters.day(first))
        if self.latest and date > (last := moments.on(moments.read(self.latest), today)):
            words = _("{who} must be today or in the past") if last == today else _("{who} must be {last} or earlier")
            raise self.invalid("too_late", words, last=filters.day(last))
        if not datetime.date(1850, 1, 1) <= date <= datetime.date(2200, 1, 1):
            raise self.invalid("invalid", _("{who} must be a real date, like 27 3 2026"))

    def logic(self, value):
        return datetime.date.fromisoformat(value) if value else None

    def display(self, value):
        return filters.day(self.logic(value)) if value else ""

    def samples(self):
        today = datetime.date.today()  # noqa: DTZ011  a sample, not a record
        low = moments.on(moments.read(self.earliest), today) if self.earliest else None
        high = moments.on(moments.read(self.latest), today) if self.latest else None
        some = [d for d in (low, high) if d] or [today - datetime.timedelta(days=30 * 365), today]
        return [self.typed(day.isoformat()) for day in some]

    def faults(self):
        if self.earliest and self.latest:
            today = datetime.date(2026, 1, 1)
            if moments.on(moments.read(self.earliest), today) > moments.on(moments.read(self.latest), today):
                yield ("earliest",), "`earliest` is after `latest`, so no answer would do"
