"""Journeys deleted: those that were never sent, and those whose submission needs them no longer."""

from django.db import transaction

from borough.foundations.audit import actions as audit
from borough.foundations.documents import actions as documents
from borough.foundations.documents.models import Document

from ..measuring import actions as measuring
from ..models import Journey

OF = "journey:"


@transaction.atomic
def forget_unfinished(journeys, *, by) -> int:
    """Delete those of these journeys that were never sent, with their files. Returns how many.

    What is counted of them is kept first. One that somebody is changing or sending at this moment is passed over.
    """
    count = 0
    for journey in _free(journeys.filter(sent_at__isnull=True)):
        for document in Document.objects.filter(about=journey.about):
            documents.discard(document=document, by=by)
        measuring.fold(journey=journey)
        _delete(journey, by)
        count += 1
    return count


@transaction.atomic
def forget_sent(journeys, *, by) -> int:
    """Delete journeys that were sent. The submission has the answers, and all that is counted of them."""
    return sum(_delete(journey, by) for journey in _free(journeys.filter(sent_at__isnull=False)))


@transaction.atomic
def forget_strays(*, by) -> int:
    """Remove files that came to a journey just as it was sent or deleted. Returns how many."""
    strays = set(Document.objects.filter(about__startswith=OF).order_by().values_list("about", flat=True))
    journeys = Journey.objects.filter(pk__in=[about.removeprefix(OF) for about in strays], sent_at=None)
    strays -= {f"{OF}{pk}" for pk in journeys.values_list("pk", flat=True)}
    found = Document.objects.filter(about__in=strays)
    for document in found:
        documents.discard(document=document, by=by)
    return len(found)


def _free(journeys):
    return journeys.select_for_update(skip_locked=True, of=("self",))


def _delete(journey, by) -> int:
    audit.record(action="journey.deleted", record=journey, by=by, data={"slug": journey.slug})
    journey.delete()
    return 1
