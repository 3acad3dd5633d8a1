"""How fresh a reading is, in words: a pure rule."""

import datetime
from dataclasses import dataclass

GRACE_COUNTED = 1  # days: the night's counting comes after midnight
GRACE_TYPED = 31


@dataclass(frozen=True)
class Fresh:
    kind: str  # fresh, stale, failed, unknown, never
    words: str

    @property
    def told(self) -> bool:
        """Whether there is a number to tell."""
        return self.kind in ("fresh", "stale")


def fresh(day: datetime.date | None, value, error: str, *, every: int, typed: bool, today: datetime.date) -> Fresh:
    """`every` is the days between two readings; the reading itself is of `day`, None where there was never one."""
    if day is None:
        return Fresh("never", "No number has been typed yet" if typed else "Not counted yet")
    said = f"{day.day} {day:%B %Y}"
    if error:
        return Fresh("failed", f"It could not be counted on {said}. We are looking into it")
    if value is None:
        return Fresh("unknown", f"There was too little to tell a number on {said}")
    age = (today - day).days
    if age > every + (GRACE_TYPED if typed else GRACE_COUNTED):
        return Fresh("stale", f"As at {said}, {age} days ago: a newer number is overdue")
    return Fresh("fresh", f"As at {said}")
