"""What forms hold of a person, for a subject access request and for a lawful erasure."""

from borough.foundations.audit.actors import SYSTEM

from . import actions
from .actions.erasing import erase_submission
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
    submissions, journeys = list(_submissions(person)), _journeys(person)
    counts = {"submissions": len(submissions), "unfinished": journeys.count()}
    if not dry_run:
        for submission in submissions:
            erase_submission(submission=submission, reason=REASON, by=SYSTEM)
        actions.forget_unfinished(journeys, by=SYSTEM)
    return counts


def names(person) -> list[str]:
    """What they sent and began, as holds name it."""
    return [
        *(f"case:{submission.reference}" for submission in _submissions(person)),
        *(f"journey:{journey.pk}" for journey in _journeys(person)),
    ]


def _submissions(person):
    return Submission.objects.filter(person=person)


def _journeys(person):
    """Only those begun while signed in are known to be theirs; the others go when their time is up."""
    if person.user_id is None:
        return Journey.objects.none()
    return Journey.objects.filter(user_id=person.user_id, helped_by=None, sent_at=None)


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
