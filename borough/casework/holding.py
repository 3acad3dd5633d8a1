"""What casework holds of a person, for a subject access request and for a lawful erasure."""

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.documents import queries as documents
from borough.foundations.messages import queries as messages

from . import owing
from .actions.erasing import erase_case
from .models import Case, MatchKey, TimelineEntry, WarningNote

REASON = "The person was erased"


def export(person) -> dict:
    """The person's cases with what was written in them. Officers' notes are theirs to read too."""
    cases = Case.objects.filter(person=person, erased_at=None).defer("search")
    return {
        "cases": [_case(case) for case in cases.order_by("opened_at")],
        "warning_notes": [
            {"text": note.text, "made_on": note.made_on, "review_on": note.review_on, "ended_at": note.ended_at}
            for note in WarningNote.objects.filter(person=person)
        ],
    }


def erase(person, *, dry_run: bool) -> dict[str, int]:
    """Blank what the cases say of the person; that there were cases, and how they went, stays countable."""
    cases = Case.objects.filter(person=person, erased_at=None)
    warnings = WarningNote.objects.filter(person=person)
    counts = {
        "cases": cases.count(),
        "timeline": TimelineEntry.objects.filter(case__in=cases).count(),
        "matches": MatchKey.objects.filter(case__in=cases).count(),
        "documents": sum(documents.about(case.about).count() for case in cases),
        "messages": sum(messages.about(case.about).count() for case in cases),
        "warnings": warnings.count(),
    }
    if not dry_run:
        for case in cases:
            erase_case(case=case, by=SYSTEM, reason=REASON)
        warnings.delete()
    return counts


def names(person) -> list[str]:
    """Their cases, as holds name them."""
    return [case.about for case in Case.objects.filter(person=person).defer("search")]


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
        "payment": _payment(case),
        "timeline": list(happened),
        "messages": list(messages.about(case.about).values("created_at", "channel", "to", "subject", "body")),
        "documents": [document.name for document in documents.about(case.about)],
    }


def _payment(case) -> dict | None:
    """What was owed and what became of it."""
    order = owing.order(case)
    if order is None:
        return None
    refunds = [refund for attempt in order.attempts.all() for refund in attempt.refunds.all()]
    return {
        "pence": order.pence,
        "lines": order.lines,
        "paid_at": order.paid_at,
        "refunds": [{"pence": one.pence, "reason": one.reason, "status": one.status} for one in refunds],
    }
