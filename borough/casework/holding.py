"""What casework holds of a person, for a subject access request and for a lawful erasure."""

from .models import Case, MatchKey, TimelineEntry, WarningNote

ERASED = "Erased"


def export(person) -> dict:
    """The person's cases with what was written in them. Officers' notes are theirs to read too."""
    return {
        "cases": [_case(case) for case in Case.objects.filter(person=person).defer("search").order_by("opened_at")],
        "warning_notes": [
            {"text": note.text, "made_on": note.made_on, "review_on": note.review_on, "ended_at": note.ended_at}
            for note in WarningNote.objects.filter(person=person)
        ],
    }


def erase(person, *, dry_run: bool) -> dict[str, int]:
    """Blank what the cases say of the person; that there were cases, and how they went, stays countable."""
    cases = Case.objects.filter(person=person)
    said = TimelineEntry.objects.filter(case__in=cases)
    keys = MatchKey.objects.filter(case__in=cases)
    warnings = WarningNote.objects.filter(person=person)
    counts = {"cases": cases.count(), "timeline": said.count(), "matches": keys.count(), "warnings": warnings.count()}
    if not dry_run:
        _blank(said)
        keys.delete()
        warnings.delete()
        cases.update(title=ERASED, postcode="", fields={}, search=None)
        cases.filter(restricted=True).update(restricted_because=ERASED)
    return counts


def _case(case) -> dict:
    happened = case.timeline.order_by("at", "pk").values("at", "kind", "who_kind", "who_name", "text", "data")
    return {
        "reference": case.reference,
        "service": case.slug,
        "state": case.state,
        "opened_at": case.opened_at,
        "closed_at": case.closed_at,
        "outcome": case.outcome,
        "fields": case.fields,
        "timeline": list(happened),
    }


def _blank(said) -> None:
    """Keep only what counting needs: when, which kind, and which move from where to where."""
    for entry in said.iterator():
        entry.data = {key: value for key, value in entry.data.items() if key in ("move", "from", "to")}
        entry.text = ""
        if entry.who_kind == "resident":
            entry.who_name = ""
        entry.save(update_fields=["data", "text", "who_name"])
