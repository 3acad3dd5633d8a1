"""The files of a journey's answers."""

from django.db import transaction

from borough.foundations.documents import actions as documents
from borough.foundations.documents.models import Document

from ..models import Journey


@transaction.atomic
def change_files(*, journey: Journey, question: str, add=(), remove: str = "", within=None, by) -> list[dict]:
    """Add {id, name, size} of documents already kept, take one away, or both. Returns the whole list as it now is.

    The journey's row is locked, so that two tabs sending files at once lose none. A question left without files is
    unanswered again. `within` is (group, entry's key) for a page of a repeated group. Raises Journey.DoesNotExist once
    the journey was sent.
    """
    held = journey.held()
    if held is None:
        raise Journey.DoesNotExist
    answers = held.answers.setdefault(within[0], {}).setdefault(within[1], {}) if within else held.answers
    before = answers.get(question) or []
    after = [file for file in before if file["id"] != remove] + list(add)
    if remove and len(after) < len(before) + len(add):
        for document in Document.objects.filter(pk=remove, about=journey.about):
            documents.discard(document=document, by=by)
    if after:
        answers[question] = after
    else:
        answers.pop(question, None)
    held.save(update_fields=["answers", "changed_at"])
    journey.answers = held.answers
    return after
