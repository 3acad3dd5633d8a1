"""Business rates: the rateable value by the year's multiplier, by the day, less reliefs.

Part III of the Local Government Finance Act 1988. Multipliers are data, in multipliers.yaml, since their number and
their bounds change with the year.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from .money import half_up
from .years import Year, months_later

SMALL_WHOLE, SMALL_UNTIL = 12_000, 15_000  # pounds: all off to the one, tapering to the other (SI 2012/148, amended)
FREE_MONTHS, FREE_MONTHS_INDUSTRIAL = 3, 6  # of an empty property (SI 2008/386)


@dataclass(frozen=True)
class Multiplier:
    """Pence in the pound for values [since, until) in a year. `retail`: retail, hospitality and leisure, in use."""

    year: str
    since: int
    until: int | None
    pence: Fraction
    retail: bool = False
    name: str = ""


def read(rows: Iterable[Mapping]) -> tuple[Multiplier, ...]:
    return tuple(
        Multiplier(
            row["year"], row.get("from", 0), row.get("to"), Fraction(str(row["pence"])), row.get("retail", False),
            row.get("name", ""),
        )
        for row in rows
    )  # fmt: skip


def multiplier(table: Iterable[Multiplier], year: Year, value: int, *, retail: bool = False) -> Multiplier:
    """The one for a rateable value in pounds. Raises ValueError: there is none for that year."""
    rows = [
        one
        for one in table
        if one.year == str(year) and one.since <= value and (one.until is None or value < one.until)
    ]
    found = [one for one in rows if one.retail == retail] or [one for one in rows if not one.retail]
    if not found:
        raise ValueError(f"There is no multiplier for {year} and a rateable value of {value}")
    return found[0]


def small_business(value: int) -> Fraction:
    """Per cent off for a small business's only property: all to £12,000, then 1 per cent less for each £30."""
    if value <= SMALL_WHOLE:
        return Fraction(100)
    return max(Fraction(SMALL_UNTIL - value, SMALL_UNTIL - SMALL_WHOLE) * 100, Fraction(0))


def charge(value: int, pence: Fraction, days: int, year: Year, *, reliefs: Iterable[Fraction] = ()) -> int:
    """Pence for some days; each relief is per cent of what those before it left. Raises ValueError."""
    if value < 0 or not 0 <= days <= year.days:
        raise ValueError("A rateable value is not below nought, and a year has no more days than it has")
    left = Fraction(value) * pence
    for percent in reliefs:
        if not 0 <= percent <= 100:
            raise ValueError("The per cent of a relief must be from 0 to 100")
        left *= 1 - percent / 100
    return half_up(left * days / year.days)


def empty_from(since: datetime.date, *, industrial: bool = False) -> datetime.date:
    """The first day on which an empty property is charged again: three months after, or six."""
    return months_later(since, FREE_MONTHS_INDUSTRIAL if industrial else FREE_MONTHS)
