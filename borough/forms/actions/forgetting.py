"""Journeys that were never sent, deleted."""

from django.db import transaction

from borough.foundations.audit import actions as audit
from borough.foundations.documents import actions as documents
from borough.foundations.documents.models import Document

from ..measuring import actions as measuring


@transaction.atomic
def forget_unfinished(*, journeys, by) -> int:
    """Delete those of these journeys that were never sent, with their files. Returns how many.

    One that somebody is changing or sending at this moment is locked, so it is passed over.
    """
    count = 0
    for journey in journeys.filter(sent_at__isnull=True).select_for_update(skip_locked=True, of=("self",)):
        for document in Document.objects.filter(about=f"journey:{journey.pk}"):
            documents.discard(document=document, by=by)
        measuring.fold(journey=journey)
        audit.record(action="journey.deleted", record=journey, by=by, data={"slug": journey.slug})
        journey.delete()
        count += 1
    return count
