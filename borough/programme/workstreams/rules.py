"""When a workstream should be told of, and how a milestone stands: pure functions."""

import datetime

SILENT = ("paused", "stopped", "done")  # nothing happens, so nothing is due


def due(last: datetime.date, weeks: int) -> datetime.date:
    """The day by which the next update is due."""
    return last + datetime.timedelta(weeks=weeks)


def overdue(status: str, last: datetime.date, weeks: int, today: datetime.date) -> bool:
    """Whether an update should have come by now. The day it is due is still in time."""
    return status not in SILENT and due(last, weeks) < today


def days_late(planned: datetime.date, expected: datetime.date) -> int:
    """How many days after the first plan; less than none where it is earlier."""
    return (expected - planned).days


def slip(days: int) -> str:
    """In words: "3 weeks later than first planned". Empty where it is as planned."""
    if not days:
        return ""
    size = abs(days)
    if size < 14:
        count, unit = size, "day"
    elif size < 60:
        count, unit = round(size / 7), "week"
    else:
        count, unit = round(size / 30.4), "month"
    return f"{count} {unit}{'' if count == 1 else 's'} {'later' if days > 0 else 'earlier'} than first planned"
