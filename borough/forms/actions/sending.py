"""Sending a journey: once, whoever asks and however often."""

from django.db import connection, transaction
from django.utils import timezone

from borough.design.languages import speaking
from borough.foundations import rows
from borough.foundations.audit import actions as audit
from borough.foundations.documents import actions as documents
from borough.foundations.documents.models import Document
from borough.foundations.people import actions as people
from borough.foundations.people.models import Person

from .. import booking, closing, confirming, hooks, references, retiring, who
from ..answers import files
from ..applicant import applicant, news
from ..definition.flow import asked
from ..definition.form import Form
from ..models import Journey, Submission
from ..questions.base import Invalid

CLOSE = """UPDATE forms_journey SET sent_at = %s, changed_at = %s, answers = '{}', resume_hash = NULL,
    resume_until = NULL WHERE id = %s"""


class Unfinished(Exception):
    """The answers do not lead to the end: `.path` leads to the page still to answer, empty if the journey stops."""

    def __init__(self, path: str):
        super().__init__(path or "ended")
        self.path = path


@transaction.atomic
def submit(*, token_hash: str, by, user=None, language: str = "en") -> Submission:
    """Send a journey: once, however often and from however many places it is asked for.

    What is kept of it for officers is kept in English; we write to the person in `language`.

    The journey's row is locked, so a second click waits and then finds the first one's submission. Raises
    Journey.DoesNotExist; Unfinished where something is still to be answered or no longer holds; who.NotForYou;
    closing.NotOpen; retiring.Retired.
    """
    with speaking("en"):
        return _submit(token_hash, by, user, language)


def _submit(token_hash, by, user, language):
    journey = rows.one(Journey, token_hash=token_hash, lock=True)
    if journey is None:
        raise Journey.DoesNotExist
    if journey.sent_at and (done := rows.one(Submission, journey=journey.pk)):
        return done
    form = retiring.form_of(journey)
    who.check(form, who.role(user, journey.helped_by_id))
    closing.check_send(form, journey)
    if left := confirming.left(form, journey, journey.answers, timezone.localdate(), user):
        raise Unfinished(f"{next(iter(left))}/confirm")
    if sent := [file["id"] for file in files(journey.answers)]:
        documents.hold(sent)  # a virus found in one stops it here, or is found in a file of the case
    return made(journey, form, by=by, user=user, language=language)


def made(journey: Journey, form: Form, *, by, user, language: str) -> Submission:
    """What becomes of a journey that may be sent, within a transaction of the caller's. Raises Unfinished."""
    today = timezone.localdate()
    whole(form, journey.answers, today)
    answers = form.submitted(journey.answers, today)
    details = applicant(form, answers)
    submission = _with_reference(
        form,
        journey=journey,
        slug=journey.slug,
        version_id=journey.version_id,
        answers=answers,
        person=_person(journey, user, form, details, by),
        email=details["email"],
        language=language,
        started_at=journey.started_at,
        submitted_at=max(timezone.now(), journey.started_at),
        **_channel(journey, user),
    )
    if form.diaries:
        _take_times(submission, form, by)
    _close(journey, submission)
    if form.takes_files:
        _attach(submission, by)
    data = {"slug": form.slug, "channel": submission.channel}
    audit.record(action="submission.sent", record=submission, by=by, data=data)
    hooks.submitted(submission, form)
    return submission


def whole(form: Form, answers: dict, today) -> None:
    """Every answer on the route is there and still holds: a page saved last month may say “over 21” no longer.

    Raises Unfinished.
    """
    route = form.route(answers, today)
    if not route.complete:
        raise Unfinished(route.wanted.name if route.wanted else "")
    for path, question, answer in asked(route, answers, today):
        try:
            question.recheck(answer, today)
        except Invalid:
            raise Unfinished(path) from None


def _take_times(submission, form, by):
    try:
        booking.take(submission, form, by)
    except booking.Gone as gone:
        raise Unfinished(gone.page) from None


def _close(journey, submission):
    """The submission has its own copy of the answers that count; the rest need not be kept."""
    with connection.cursor() as cursor:
        cursor.execute(CLOSE, [submission.submitted_at, timezone.now(), journey.pk])


def _attach(submission, by):
    """The files that were sent belong to the case now. Those of a branch left behind were not: they go."""
    kept = [file["id"] for file in files(submission.answers)]
    if kept:
        documents.attach(documents=Document.objects.filter(pk__in=kept), about=f"case:{submission.reference}", by=by)
    for document in Document.objects.filter(about=f"journey:{submission.journey_id}"):
        documents.discard(document=document, by=by)


def _channel(journey, user) -> dict:
    if journey.helped_by_id:
        return {"channel": "assisted", "helped_by_id": journey.helped_by_id}
    if who.role(user) == "partner":
        return {"channel": "partner", "partner_id": user.organisation_id, "helped_by": user}
    return {"channel": "online"}


def _person(journey, user, form: Form, details: dict, by) -> Person:
    """A resident who is signed in is known already; anybody else is whoever the answers say."""
    if user and not journey.helped_by_id and user.kind == "resident":
        person = people.person_for(user=user, by=by)
        return people.update(person=person, by=by, **news(form, journey.answers, details, person))
    person = Person(**details)
    rows.add(person)
    return person


def _with_reference(form, **fields) -> Submission:
    for _ in range(20):
        submission = Submission(reference=references.make(form.service.reference), **fields)
        if rows.add_unless_taken(submission):
            return submission
    raise RuntimeError("twenty references in a row were taken")
