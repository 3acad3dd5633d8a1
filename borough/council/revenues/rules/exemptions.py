"""The classes of home on which nothing is charged: the Council Tax (Exempt Dwellings) Order 1992, SI 1992/558."""

import datetime
from dataclasses import dataclass

from .years import DAY, months_later


@dataclass(frozen=True)
class Class:
    """`occupied` is whether somebody may live there; `months` how long it lasts at most, and from what."""

    about: str
    occupied: bool
    months: int | None = None
    counted_from: str = ""


CLASSES = {
    "B": Class("A charity's, last used for its purposes", False, 6, "the last day that somebody lived there"),
    "D": Class("Left empty by somebody who is detained", False),
    "E": Class("Left empty by somebody in a hospital or care home", False),
    "F": Class("Nobody but somebody who died would be liable", False, 6, "the grant of probate"),
    "G": Class("Nobody may live there by law", False),
    "H": Class("Kept for a minister of religion", False),
    "I": Class("Left empty by somebody who is cared for elsewhere", False),
    "J": Class("Left empty by somebody who cares for another elsewhere", False),
    "K": Class("Left empty by an owner who is a student", False),
    "L": Class("Taken by the lender", False),
    "M": Class("A student hall", True),
    "N": Class("Lived in by students alone", True),
    "O": Class("Armed forces accommodation", True),
    "P": Class("Visiting forces accommodation", True),
    "Q": Class("A trustee in bankruptcy would be liable", False),
    "R": Class("An empty pitch or mooring", False),
    "S": Class("Lived in by people under 18 alone", True),
    "T": Class("An empty annexe that cannot be let apart", False),
    "U": Class("Lived in by severely mentally impaired people alone", True),
    "V": Class("Home of a diplomat", True),
    "W": Class("An annexe of a relative who depends on the main home", True),
}
ABOLISHED = datetime.date(2013, 4, 1)  # A and C, from which on each council has its own discount


def until(kind: str, counted_from: datetime.date | None) -> datetime.date | None:
    """The first day on which a class no longer holds by time alone; None where it has no limit, or it is not known yet.

    Class F has no limit until probate is granted, and six months from then. Raises ValueError: no such class.
    """
    found = CLASSES.get(str(kind).upper())
    if found is None:
        if str(kind).upper() in ("A", "C"):
            raise ValueError(f"Class {kind} ended on {ABOLISHED - DAY}. See the council’s own discount")
        raise ValueError(f"There is no class “{str(kind)[:10]}”. Use one of: {', '.join(CLASSES)}")
    if found.months is None or counted_from is None:
        return None
    return months_later(counted_from, found.months)
