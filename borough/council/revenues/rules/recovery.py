"""What comes next when an instalment is not paid: regulations 23 and 33 to 35 of the Regulations.

Only what has happened counts, so the answer for a past day is the same today. A hold stops everything.
"""

import datetime
from dataclasses import dataclass

WEEK = datetime.timedelta(days=7)
HOLDS = ("vulnerable", "breathing space", "dispute", "arrangement")


@dataclass(frozen=True)
class Position:
    """An account on a day. `arrears` is what is due and unpaid, `balance` all that is left of the year, both in pence.

    `reminders` are the days on which one was issued this year, each with whether it was paid in time; `final` the day
    of a final notice; `holds` what stands in the way, of HOLDS. Raises ValueError.
    """

    arrears: int
    balance: int
    reminders: tuple[tuple[datetime.date, bool], ...] = ()
    more_to_come: bool = True  # an instalment is still to fall due
    final: datetime.date | None = None
    summoned: datetime.date | None = None
    ordered: datetime.date | None = None
    holds: tuple[str, ...] = ()

    def __post_init__(self):
        if strange := set(self.holds) - set(HOLDS):
            raise ValueError(f"There is no hold “{min(strange)[:20]}”. Use one of: {', '.join(HOLDS)}")


@dataclass(frozen=True)
class Next:
    """The step, from which day on it may be taken, and why. Step "" is nothing to do."""

    step: str
    on: datetime.date
    why: str


def step(position: Position, day: datetime.date) -> Next:
    """The next step for an account on a day."""
    if position.holds:
        return Next("", day, f"On hold: {', '.join(position.holds)}")
    if position.ordered:
        return Next("", day, "There is a liability order. What follows is chosen by an officer")
    if position.arrears <= 0:
        return Next("", day, "Nothing is overdue")
    if position.summoned:
        return Next("liability order", position.summoned, "It was not paid before the hearing")
    if position.final:
        return Next("summons", position.final + WEEK, "A final notice was not paid within 7 days (regulation 33)")
    if not position.more_to_come and not position.reminders:
        return Next("final notice", day, "Every instalment is due already, so no reminder is needed (regulation 23)")
    unpaid = [issued for issued, paid in position.reminders if not paid]
    if unpaid:
        # 7 days beginning with the day of issue to pay what is overdue, then 7 more, then the whole year is due.
        return Next("final notice", unpaid[-1] + 2 * WEEK, "A reminder was not paid, so the whole year is due")
    if len(position.reminders) >= 2:
        return Next("final notice", day, "A third instalment was missed after two reminders (regulation 23(4))")
    name = "second reminder" if position.reminders else "reminder"
    return Next(name, day, "An instalment was not paid (regulation 23(1))")
