"""Taking out of a case what it says of anybody. What counting needs stays: when, and from which state to which."""

from django.db import transaction
from django.utils import timezone

from borough.foundations.audit import actions as audit
from borough.foundations.documents import actions as documents
from borough.foundations.documents import queries as kept
from borough.foundations.messages import actions as messages
from borough.foundations.pay import actions as pay

from .changing import hold

ERASED = "Erased"
COUNTED = ("move", "from", "to")  # of a timeline entry's data


@transaction.atomic
def erase_case(*, case, reason: str, by):
    """Erase a case's content: words, messages, documents, match keys. Erasing it twice is erasing it once.

    The submission's own answers are the forms' to erase.
    """
    held = hold(case.pk, nowait=False)
    if held.erased_at:
        return held
    for entry in held.timeline.all():
        entry.text = ""
        entry.data = {key: value for key, value in entry.data.items() if key in COUNTED}
        entry.who_name = "" if entry.who_kind == "resident" else entry.who_name
        entry.save(update_fields=["text", "data", "who_name"])
    held.match_keys.all().delete()
    for document in kept.about(held.about):
        documents.erase(document=document, reason=reason, by=by)
    messages.forget(about=held.about, by=by)
    pay.forget(about=held.about, by=by)
    held.title, held.postcode, held.fields, held.erased_at = ERASED, "", {}, timezone.now()
    held.restricted_because = ERASED if held.restricted else ""
    held.search = None
    held.revision += 1
    held.save()
    audit.record(action="case.erased", record=held, by=by, reason=reason)
    return held
