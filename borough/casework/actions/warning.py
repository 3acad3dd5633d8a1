"""Warning notes: what an officer should know before they meet somebody."""

from django.db import transaction
from django.utils import timezone

from borough.foundations.audit import actions as audit

from ..models import WarningNote
from ..refusals import NotYours, Refused
from ..visibility import visible_to


@transaction.atomic
def warn(*, person, text: str, review_on, by) -> WarningNote:
    """Note a warning about a person, to be looked at again on `review_on` (a date after today)."""
    _may(by, person)
    if not text.strip():
        raise Refused("Say what officers should know.")
    today = timezone.localdate()
    if review_on <= today:
        raise Refused("The review date must be after today.")
    note = WarningNote.objects.create(person=person, text=text.strip(), made_on=today, review_on=review_on, made_by=by)
    audit.record(
        action="warning.made", record=note, by=by, data={"person": str(person.pk), "review_on": str(review_on)}
    )
    return note


@transaction.atomic
def end_warning(*, warning, by, reason: str) -> WarningNote:
    """End a warning that no longer holds. Ending it twice is ending it once."""
    _may(by, warning.person)
    if not reason.strip():
        raise Refused("Say why.")
    held = WarningNote.objects.select_for_update().get(pk=warning.pk)
    if held.ended_at is None:
        held.ended_at = timezone.now()
        held.save(update_fields=["ended_at"])
        audit.record(action="warning.ended", record=held, by=by, reason=reason.strip())
    return held


def _may(by, person) -> None:
    if not visible_to(by).filter(person=person).exists():
        raise NotYours
