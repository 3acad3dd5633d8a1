"""What somebody sent, blanked. That it was sent, when, and by which version stays countable."""

from django.db import transaction

from borough.foundations.audit import actions as audit
from borough.foundations.documents import actions as documents
from borough.foundations.documents.models import Document

from ..answers import files
from ..models import Journey, Submission


@transaction.atomic
def erase_submission(*, submission, reason: str, by) -> None:
    """Erase the answers, the e-mail address and the files of one submission, and the journey's own copy of them."""
    ids = [file["id"] for file in files(submission.answers)]
    for document in Document.objects.filter(pk__in=ids):
        documents.erase(document=document, reason=reason, by=by)
    Journey.objects.filter(submission=submission).update(answers={}, user=None)
    Submission.objects.filter(pk=submission.pk).update(answers={}, email="")
    audit.record(action="submission.erased", record=submission, by=by, reason=reason)
