"""What forms hold of a person, for a subject access request and for a lawful erasure."""

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.documents import actions as documents
from borough.foundations.documents.models import Document

from . import actions
from .answers import rows
from .models import Journey, Submission
from .queries import version

REASON = "The person was erased"


def export(person) -> dict:
    """What they sent, and what they began while signed in and did not send, each answer as people read it."""
    return {
        "submissions": [_submission(one) for one in _submissions(person).order_by("submitted_at")],
        "unfinished": [_unfinished(one) for one in _journeys(person).order_by("started_at")],
    }


def erase(person, *, dry_run: bool) -> dict[str, int]:
    """Blank what they sent, remove its files, delete what they did not send. That they sent it stays countable."""
    submissions, journeys = _submissions(person), _journeys(person)
    files = Document.objects.filter(pk__in=[id for one in submissions for id in _files(one)])
    counts = {"submissions": submissions.count(), "files": files.count(), "unfinished": journeys.count()}
    if not dry_run:
        for document in files:
            documents.erase(document=document, reason=REASON, by=SYSTEM)
        Journey.objects.filter(submission__in=submissions).update(answers={}, user=None)
        submissions.update(answers={}, email="")
        actions.forget_unfinished(journeys=journeys, by=SYSTEM)
    return counts


def _submissions(person):
    return Submission.objects.filter(person=person)


def _journeys(person):
    """Only those begun while signed in are known to be theirs; the others go when their time is up."""
    if person.user_id is None:
        return Journey.objects.none()
    return Journey.objects.filter(user_id=person.user_id, helped_by=None, sent_at=None)


def _files(submission) -> list[str]:
    lists = (value for value in submission.answers.values() if isinstance(value, list))
    return [file["id"] for value in lists for file in value if isinstance(file, dict)]


def _submission(submission) -> dict:
    return {
        "reference": submission.reference,
        "service": submission.slug,
        "sent_at": submission.submitted_at,
        "channel": submission.channel,
        "answers": _answers(submission.version_id, submission.answers),
    }


def _unfinished(journey) -> dict:
    return {
        "service": journey.slug,
        "started_at": journey.started_at,
        "answers": _answers(journey.version_id, journey.answers),
    }


def _answers(version_id, answers) -> list[dict]:
    return [{"question": row["label"], "answer": row["text"]} for row in rows(version(version_id), answers)]
