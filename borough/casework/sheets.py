"""Cases as a CSV."""

from django.utils import timezone

from borough.foundations import sheets

from . import definitions

HEADINGS = ["Reference", "Who", "Service", "State", "Team", "With", "Priority", "Opened", "Due", "Closed", "Outcome"]
MOST_ROWS = 5_000


def csv_of(cases) -> str:
    """The cases, one a line, at most MOST_ROWS. Dates as 2026-04-03."""
    return sheets.text([HEADINGS, *map(_row, cases[:MOST_ROWS])])


def _row(case):
    return [
        case.reference, case.title, definitions.title_in_list(case), definitions.label_in_list(case), case.team.name,
        case.assignee or "", case.get_priority_display(), timezone.localdate(case.opened_at), case.due_on or "",
        timezone.localdate(case.closed_at) if case.closed_at else "", case.outcome,
    ]  # fmt: skip
