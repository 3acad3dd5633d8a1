"""What a home that stands empty, or is a second home, may be charged on top, and since when.

Section 11B of the Act (long-term empty) and section 11C (second homes), as amended by the Rating (Property in Common
Occupation) and Council Tax (Empty Dwellings) Act 2018 and by sections 79 and 80 of the Levelling-up and Regeneration
Act 2023. The percentages are the most that a council may choose; who chooses less says so.
"""

import datetime
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from .years import months_later

Date = datetime.date
FIRST = Date(2013, 4, 1)
# From this day on: {years empty: most per cent}.
EMPTY = (
    (FIRST, {2: 50}),
    (Date(2019, 4, 1), {2: 100}),
    (Date(2020, 4, 1), {2: 100, 5: 200}),
    (Date(2021, 4, 1), {2: 100, 5: 200, 10: 300}),
    (Date(2024, 4, 1), {1: 100, 5: 200, 10: 300}),
)


@dataclass(frozen=True)
class Spared:
    """A class of home that no premium is charged for; `months` at most, from the day on which it began to be one."""

    about: str
    empty: bool
    second: bool
    months: int | None = None


# The letters of J to M we have from councils' pages, and not from the Regulations themselves.
# Council Tax (Prescribed Classes of Dwellings and Consequential Amendments) (England) Regulations 2024, SI 2024/1007.
EXCEPTIONS = {
    "E": Spared("Its owner lives in armed forces accommodation for their job", True, True),
    "F": Spared("An annexe that is used as part of the main home", True, True),
    "G": Spared("Being sold", True, True, 12),
    "H": Spared("Being let", True, True, 12),
    "I": Spared("Its owner died, and probate was granted", True, True, 12),
    "J": Spared("A home that goes with a job", False, True),
    "K": Spared("A caravan pitch or a mooring", False, True),
    "L": Spared("A home that may not be lived in all the year", False, True),
    "M": Spared("Needs major repairs, or is being repaired", True, False, 12),
}


@dataclass(frozen=True)
class Step:
    """[start, end) with the same per cent."""

    start: Date
    end: Date
    percent: Fraction


def empty(since: Date, start: Date, end: Date) -> list[Step]:
    """The premiums of a home that is empty and unfurnished since a day, within [start, end); days without one left out.

    The time is the home's, not the owner's: a sale does not begin it again, nor does anybody living there for six weeks
    or less. Raises ValueError: the days are the wrong way round.
    """
    if end <= start:
        raise ValueError(f"A period from {start} must end later than {end}: its last day is not counted")
    years = {n for _day, rule in EMPTY for n in rule}
    turns = {day for day, _rule in EMPTY} | {_after(since, n) for n in years} | {start, end}
    days = sorted(day for day in turns if start <= day <= end)
    found: list[Step] = []
    for first, last in pairwise(days):
        percent = Fraction(_percent(since, first))
        if percent and found and found[-1].end == first and found[-1].percent == percent:
            found[-1] = Step(found[-1].start, last, percent)
        elif percent:
            found.append(Step(first, last, percent))
    return found


def spared(kind: str, began: Date, *, second: bool) -> tuple[Date, Date | None]:
    """[from, until) on which a class keeps a premium away; until None is without end. Raises ValueError."""
    found = EXCEPTIONS.get(kind)
    if found is None:
        raise ValueError(f"There is no class “{str(kind)[:10]}”. Use one of: {', '.join(EXCEPTIONS)}")
    if not (found.second if second else found.empty):
        raise ValueError(f"Class {kind} is not for {'second homes' if second else 'empty homes'}")
    return began, None if found.months is None else months_later(began, found.months)


def _percent(since: Date, day: Date) -> int:
    rule = next((rule for start, rule in reversed(EMPTY) if start <= day), {})
    return max((percent for years, percent in rule.items() if _after(since, years) <= day), default=0)


def _after(day: Date, years: int) -> Date:
    return months_later(day, 12 * years)
