"""Cases as a CSV that a spreadsheet opens without running anything in it."""

import csv
from io import StringIO

from django.utils import timezone

from . import definitions

HEADINGS = ["Reference", "Who", "Service", "State", "Team", "With", "Priority", "Opened", "Due", "Closed", "Outcome"]
MOST_ROWS = 5_000
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_of(cases) -> str:
    """The cases, one a line, at most MOST_ROWS. Dates as 2026-04-03."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADINGS)
    for case in cases[:MOST_ROWS]:
        writer.writerow(safe(cell) for cell in _row(case))
    return out.getvalue()


def safe(cell) -> str:
    """Text that no spreadsheet takes for a formula: one that would begin like it gets an apostrophe in front."""
    text = str(cell).replace("\0", "")
    return f"'{text}" if text.lstrip(" \xa0").startswith(_STARTS) else text


def _row(case):
    return [
        case.reference, case.title, definitions.title_in_list(case), definitions.label_in_list(case), case.team.name,
        case.assignee or "", case.get_priority_display(), timezone.localdate(case.opened_at), case.due_on or "",
        timezone.localdate(case.closed_at) if case.closed_at else "", case.outcome,
    ]  # fmt: skip
