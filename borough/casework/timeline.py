"""What officers read under “What happened”."""

from django.utils import timezone

from borough.foundations import rows

from .models import TimelineEntry

Kind = TimelineEntry.Kind


def tell(case, kind, text="", *, by, entered="", **data) -> TimelineEntry:
    """Add an entry. `text` is what was written, or what the actor did: "moved it to Checks"."""
    who = by.actor
    entry = TimelineEntry(
        case=case, at=timezone.now(), kind=kind, text=text, entered=entered, data=data,
        who_kind=who.kind, who_id=who.id, who_name=who.name,
    )  # fmt: skip
    rows.add(entry)
    return entry


def history(case) -> tuple[tuple[str, str], ...]:
    """Every move made on the case and who made it, oldest first, as the rules of the workflow take it."""
    moved = case.timeline.filter(kind=Kind.MOVED).order_by("at", "pk").values_list("data__move", "who_kind", "who_id")
    return tuple((move, f"{kind}:{id}") for move, kind, id in moved)
