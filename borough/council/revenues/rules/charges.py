"""What is charged for some days of a year: the band, lowered, reduced or increased, by the day.

The order of what applies to a day is fixed:
1. an exemption: nothing is charged (section 4 of the Act; SI 1992/558);
2. the band, one lower with disabled relief (SI 1992/554);
3. a discount (sections 11 and 11A) or a premium (sections 11B and 11C), never both: a premium needs that nobody lives
   there, and takes the place of the discount;
4. half for an annexe, of what is left (SI 2013/2977).
Council tax reduction comes after all of these (section 13A), and is not part of the charge.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from . import bands
from .money import half_up
from .years import Year

KINDS = ("exemption", "disabled", "discount", "premium", "annexe")
MOST = {"premium": 300}  # per cent: ten years empty (section 11B); of the others 100


@dataclass(frozen=True)
class Adjustment:
    """Something that lowers or raises the charge. `percent` is 0 to 100, a premium's up to 300; disabled has none.

    Raises ValueError.
    """

    kind: str
    percent: Fraction = Fraction(100)

    def __post_init__(self):
        if self.kind not in KINDS:
            raise ValueError(f"There is no adjustment “{str(self.kind)[:20]}”. Use one of: {', '.join(KINDS)}")
        most = MOST.get(self.kind, 100)
        if not 0 <= self.percent <= most:
            raise ValueError(f"The per cent of {self.kind} must be from 0 to {most}")


@dataclass(frozen=True)
class Segment:
    """Days on which nothing changes, [start, end), and what they are charged by.

    Either `annual`, pence for a whole year, or `band` with `band_d`, pence. Raises ValueError.
    """

    start: datetime.date
    end: datetime.date
    annual: int | None = None
    band: str | None = None
    band_d: int | None = None
    adjustments: tuple[Adjustment, ...] = ()

    def __post_init__(self):
        if self.end <= self.start:
            raise ValueError(f"A period from {self.start} must end later than {self.end}: its last day is not counted")
        kinds = [one.kind for one in self.adjustments]
        if len(set(kinds)) != len(kinds):
            raise ValueError("The same kind of adjustment stands twice for the same days. Say it once")
        if {"discount", "premium"} <= set(kinds):
            raise ValueError("The same days cannot have a discount and a premium")
        by_band = self.band is not None and self.band_d is not None
        if self.annual is None and not by_band:
            raise ValueError("Say the charge for a year, or the band and what band D is charged")
        if "disabled" in kinds and not by_band:
            raise ValueError("Disabled relief needs the band and what band D is charged")
        if min(self.annual or 0, self.band_d or 0) < 0:
            raise ValueError("A charge for a year cannot be below nought")
        if self.band is not None:
            bands.known(self.band)

    @property
    def days(self) -> int:
        return (self.end - self.start).days


def category(segment: Segment) -> Fraction:
    """Pence for a whole year of such days, after everything that applies; not rounded."""
    said = {one.kind: one.percent / 100 for one in segment.adjustments}
    if "disabled" in said:
        annual = bands.charge(segment.band_d, bands.lowered(segment.band))
    elif segment.annual is not None:
        annual = segment.annual
    else:
        annual = bands.charge(segment.band_d, bands.known(segment.band))
    left = Fraction(annual) * (1 - said.get("exemption", 0))
    left *= 1 - said.get("discount", 0) + said.get("premium", 0)
    return left * (1 - said.get("annexe", 0))


def charge(segment: Segment, year: Year) -> int:
    """Pence for the segment's days: a year's charge by the days of the year, rounded once (section 10 of the Act)."""
    return half_up(category(segment) * segment.days / year.days)


def of_year(segments: Iterable[Segment], year: Year) -> list[int]:
    """Pence of each segment, in their order. Raises ValueError: one is outside the year, or two share a day."""
    segments = list(segments)
    for one in segments:
        if one.start < year.start or one.end > year.end:
            raise ValueError(f"{one.start} to {one.end} is not within the year {year}")
    ordered = sorted(segments, key=lambda one: one.start)
    for before, after in pairwise(ordered):
        if after.start < before.end:
            raise ValueError(f"{after.start} is in two periods. Each day can be charged once")
    return [charge(one, year) for one in segments]
