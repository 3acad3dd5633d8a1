"""Days told from today: `today`, `today - 21 years`, `today + 3 months`."""

import calendar
import datetime
import re
from dataclasses import dataclass

FORM = re.compile(r"^today(?:\s*([+-])\s*(\d{1,4})\s*(day|week|month|year)s?)?$")


@dataclass(frozen=True)
class Moment:
    """`count` units after today (before it, if negative). `unit` is day, week, month or year."""

    count: int = 0
    unit: str = "day"

    @classmethod
    def of(cls, sign=None, count=None, unit=None) -> "Moment":
        if count is None:
            return cls()
        return cls(int(f"{sign}{count}"), str(unit).rstrip("s"))

    def on(self, today: datetime.date) -> datetime.date:
        """The date meant. The 29th to 31st fall back to a shorter month's last day."""
        if self.unit in ("day", "week"):
            try:
                return today + datetime.timedelta(days=self.count * (7 if self.unit == "week" else 1))
            except OverflowError:
                return datetime.date.min if self.count < 0 else datetime.date.max
        months = today.year * 12 + today.month - 1 + self.count * (12 if self.unit == "year" else 1)
        year, month = divmod(months, 12)
        if not 1 <= year <= 9999:
            return datetime.date.min if year < 1 else datetime.date.max
        return datetime.date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


def read(text: str) -> datetime.date | Moment:
    """`2026-04-03`, `today` or `today - 21 years`. Raises ValueError."""
    match = FORM.match(text.strip())
    return Moment.of(*match.groups()) if match else datetime.date.fromisoformat(text.strip())


def on(value: datetime.date | Moment, today: datetime.date) -> datetime.date:
    return value.on(today) if isinstance(value, Moment) else value
