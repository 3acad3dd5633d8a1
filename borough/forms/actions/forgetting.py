"""Journeys deleted: those that were never sent, and those whose submission needs them no longer."""

from django.db import transaction

from borough.foundations.audit import actions as audit
from borough.foundations.documents import actions as documents
from borough.foundations.documents.models import Document

from ..measuring import actions as measuring


@transaction.atomic
def forget_unfinished(journeys, *, by) -> int:
    """Delete those of these journeys that were never sent, with their files. Returns how many.

    What is counted of them is kept first. One that somebody is changing or sending at this moment is passed over.
    """
    count = 0
    for journey in _free(journeys.filter(sent_at__isnull=True)):
        for document in Document.objects.filter(about=f"journey:{journey.pk}"):
            documents.discard(document=document, by=by)
        measuring.fold(journey=journey)
        _delete(journey, by)
        count += 1
    return count


@transaction.atomic
def forget_sent(journeys, *, by) -> int:
    """Delete journeys that were sent. The submission has the answers, and all that is counted of them."""
    return sum(_delete(journey, by) for journey in _free(journeys.filter(sent_at__isnull=False)))


def _free(journeys):
    return journeys.select_for_update(skip_locked=True, of=("self",))


def _delete(journey, by) -> int:
    audit.record(action="journey.deleted", record=journey, by=by, data={"slug": journey.slug})
    journey.delete()
    return 1
