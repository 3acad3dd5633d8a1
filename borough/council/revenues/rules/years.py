"""The year that a charge is for: from 1 April to the next, half-open, of 365 or 366 days."""

import datetime
from dataclasses import dataclass

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Year:
    """A financial year (section 69 of the Act). Raises ValueError: it does not begin on 1 April."""

    start: datetime.date

    def __post_init__(self):
        if (self.start.month, self.start.day) != (4, 1):
            raise ValueError(f"A council tax year begins on 1 April, and {self.start} is another day")

    @classmethod
    def of(cls, day: datetime.date) -> "Year":
        """The year that a day is in."""
        return cls(datetime.date(day.year - ((day.month, day.day) < (4, 1)), 4, 1))

    @property
    def end(self) -> datetime.date:
        """The first day of the next."""
        return self.start.replace(year=self.start.year + 1)

    @property
    def days(self) -> int:
        return (self.end - self.start).days

    def __contains__(self, day: datetime.date) -> bool:
        return self.start <= day < self.end

    def __str__(self):
        return f"{self.start.year}/{self.end.year % 100:02}"


def months_later(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months later; where that month is too short, the first of the next."""
    years, month = divmod(day.month - 1 + months, 12)
    try:
        return day.replace(year=day.year + years, month=month + 1)
    except ValueError:
        return months_later(day.replace(day=1), months + 1)
