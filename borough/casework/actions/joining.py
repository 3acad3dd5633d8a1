"""Cases that belong together: linked, or one merged into the other."""

from django.utils import timezone

from borough.foundations.audit import actions as audit

from ..models import Case, CaseLink
from ..refusals import NotYours, Refused
from ..timeline import Kind, tell
from ..visibility import may_work
from .changing import changing

MERGED = "merged"  # how a duplicate ended


def link(*, case, other, kind: str, by, revision: int | None = None):
    """Say that two cases belong together. Saying it again changes the kind."""
    if kind not in CaseLink.Kind.values:
        raise Refused("Choose how the two cases belong together.")
    if case.pk == other.pk:
        raise Refused("A case cannot be linked to itself. Enter the reference of another case.")
    with changing(case, by=by, revision=revision, open_only=False) as held:
        if not may_work(by, other):
            raise NotYours
        a, b = sorted((held.pk, other.pk))
        CaseLink.objects.update_or_create(a_id=a, b_id=b, defaults={"kind": kind})
        for one, two in ((held, other), (other, held)):
            tell(one, Kind.LINKED, f"linked it to {two.reference}", by=by, other=two.reference, link=kind)
        audit.record(action="case.linked", record=held, by=by, data={"other": other.reference, "kind": kind})
    return held


def merge(*, case, into, by, reason: str = "", revision: int | None = None):
    """Close a duplicate: from now on the work is on `into`. What was merged into the duplicate goes along."""
    if case.pk == into.pk:
        raise Refused("A case cannot be merged into itself. Enter the reference of another case.")
    with changing(case, by=by, revision=revision) as held, changing(into, by=by, open_only=False) as kept:
        if kept.merged_into_id:
            raise Refused(f"{kept.reference} was itself merged into {kept.merged_into.reference}. Use that one.")
        if kept.slug != held.slug:
            raise Refused(f"{kept.reference} is of another service. Link the two instead.")
        held.merged_into, held.closed_at, held.outcome, held.paused_on = kept, timezone.now(), MERGED, None
        Case.objects.filter(merged_into=held).update(merged_into=kept)
        tell(held, Kind.MERGED, f"merged it into {kept.reference}", by=by, other=kept.reference, reason=reason)
        tell(kept, Kind.MERGED, f"merged {held.reference} into it", by=by, other=held.reference, reason=reason)
        audit.record(action="case.merged", record=held, by=by, reason=reason, data={"into": kept.reference})
    return held
