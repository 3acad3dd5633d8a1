"""The days that a page of figures is about."""

import datetime
from dataclasses import dataclass

LENGTHS = {"7": "the last 7 days", "30": "the last 30 days", "91": "the last 3 months", "365": "the last 12 months"}
USUAL = "30"


@dataclass(frozen=True)
class Period:
    """From `first` to `last`, both included. `length` is one of LENGTHS."""

    length: str
    first: datetime.date
    last: datetime.date

    @classmethod
    def of(cls, length: str | None, today: datetime.date) -> "Period":
        """The period of that length up to today; of the usual length where there is no such one."""
        length = length if length in LENGTHS else USUAL
        return cls(length, today - datetime.timedelta(days=int(length) - 1), today)

    @property
    def words(self) -> str:
        return LENGTHS[self.length]

    def steps(self) -> list[datetime.date]:
        """The first day of each bar: days in a short period, else weeks of Monday to Sunday, else months."""
        found = []
        day = self.first
        while day <= self.last:
            if not found or self.step(day) != found[-1]:
                found.append(self.step(day))
            day += datetime.timedelta(days=1)
        return found

    def step(self, day: datetime.date) -> datetime.date:
        """The first day of the step that `day` is in."""
        if self.length in ("7", "30"):
            return day
        return day - datetime.timedelta(days=day.weekday()) if self.length == "91" else day.replace(day=1)

    def label(self, step: datetime.date) -> str:
        if self.length == "365":
            return f"{step:%B %Y}"
        return ("Week of " if self.length == "91" else "") + f"{step.day} {step:%B}"
