"""Every write to a journey, and the one that ends it."""

import datetime
import json
import secrets

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from borough.foundations import vault
from borough.foundations.audit import actions as audit
from borough.foundations.documents import actions as documents
from borough.foundations.documents.models import Document
from borough.foundations.messages import actions as messages
from borough.foundations.people import actions as people

from . import hooks, references
from .applicant import applicant
from .definition.form import Form
from .models import Journey, Submission
from .queries import version

RESUME_DAYS = 30
WAY_BACK = """Here is the link to your form.

{link}

It opens where you stopped. It works until {until}.

Keep it to yourself: whoever has the link can see your answers."""


class Unfinished(Exception):
    """The answers do not lead to the end: `.page` is the page still to answer, None if the journey stops elsewhere."""

    def __init__(self, page):
        super().__init__(page.name if page else "ended")
        self.page = page


def new_token() -> str:
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    return vault.token_hash(token)


@transaction.atomic
def begin(*, form: Form, token: str, answers: dict, by, user=None, helped_by=None) -> Journey:
    """Start a journey with the answers of its first page, or with none where an officer starts it for somebody."""
    journey = Journey.objects.create(
        slug=form.slug,
        version_id=form.version,
        token_hash=token_hash(token),
        answers=answers,
        user=user,
        helped_by=helped_by,
    )
    audit.record(
        action="journey.helped" if helped_by else "journey.begun", record=journey, by=by, data={"slug": form.slug}
    )
    return journey


# Merged by the database, so that two tabs on one journey lose nothing; refused once it was sent.
SAVE = "UPDATE forms_journey SET answers = answers || %s::jsonb, changed_at = %s WHERE id = %s AND sent_at IS NULL"


def save_page(*, journey: Journey, answers: dict) -> bool:
    """Keep a page's answers: the one write without an audit event. False if the journey was sent meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute(SAVE, [json.dumps(answers), timezone.now(), journey.pk])
        return cursor.rowcount == 1


@transaction.atomic
def way_back(*, journey: Journey, form: Form, email: str, address: str, by) -> None:
    """Send a link that opens this journey anywhere, for RESUME_DAYS. `address` is the site's, such as https://x.example."""
    token = new_token()
    journey.resume_hash = vault.token_hash(token)
    journey.resume_until = timezone.now() + datetime.timedelta(days=RESUME_DAYS)
    journey.save(update_fields=["resume_hash", "resume_until", "changed_at"])
    until = timezone.localtime(journey.resume_until)
    messages.send(
        channel="email",
        to=email,
        subject=f"Your form is saved: {form.title}",
        by=by,
        about=f"journey:{journey.pk}",
        sensitive=True,
        body=WAY_BACK.format(link=f"{address}/resume/{token}", until=f"{until.day} {until:%B %Y}"),
    )
    audit.record(action="journey.saved", record=journey, by=by)


@transaction.atomic
def come_back(*, token: str, by) -> tuple[Journey, str] | None:
    """Open the journey this link belongs to, with a new cookie token. None if the link is unknown, spent or too old.

    The link goes on working until it expires or the form is sent; the cookie it replaces does not.
    """
    journey = (
        Journey.objects.select_for_update()
        .filter(resume_hash=vault.token_hash(token), resume_until__gt=timezone.now(), sent_at__isnull=True)
        .first()
    )
    if journey is None:
        return None
    cookie = new_token()
    journey.token_hash = token_hash(cookie)
    journey.save(update_fields=["token_hash", "changed_at"])
    audit.record(action="journey.resumed", record=journey, by=by)
    return journey, cookie


@transaction.atomic
def submit(*, token_hash: str, by, user=None) -> Submission:
    """Send a journey: once, however often and from however many places it is asked for.

    The journey's row is locked, so a second click waits and then finds the first one's submission. Raises
    Journey.DoesNotExist, and Unfinished where something is still to be answered or no longer holds.
    """
    journey = Journey.objects.select_for_update().get(token_hash=token_hash)
    done = Submission.objects.filter(journey=journey).first()
    if done:
        return done
    form = version(journey.version_id)
    today = timezone.localdate()
    _whole(form, journey.answers, today)
    answers = form.answered(journey.answers, today)
    now = timezone.now()
    who = (
        people.person_for(user=user, by=by)
        if user and not journey.helped_by_id and not user.organisation_id and user.kind == "resident"
        else None
    )
    details = applicant(form, answers)
    person = who or _new_person(details)
    submission = _with_reference(
        form,
        journey=journey,
        slug=journey.slug,
        version_id=journey.version_id,
        answers=answers,
        person=person,
        email=details["email"],
        started_at=journey.started_at,
        submitted_at=max(now, journey.started_at),
        **_channel(journey, user),
    )
    journey.sent_at = now
    journey.resume_hash = journey.resume_until = None
    journey.save(update_fields=["sent_at", "resume_hash", "resume_until", "changed_at"])
    kept = [file["id"] for q in form.questions.values() if q.type == "file" for file in answers.get(q.name) or []]
    if kept:
        documents.attach(documents=Document.objects.filter(pk__in=kept), about=f"case:{submission.reference}", by=by)
    audit.record(
        action="submission.sent", record=submission, by=by, data={"slug": form.slug, "channel": submission.channel}
    )
    hooks.submitted(submission, form)
    return submission


def _whole(form: Form, answers: dict, today) -> None:
    """Every answer on the route is there and still holds: a page saved last month may say “over 21” no longer."""
    route = form.route(answers, today)
    if not route.complete:
        raise Unfinished(route.wanted)
    for page in route.pages:
        for question in page.asked(answers):
            if answers.get(question.name) is None and not question.optional:
                raise Unfinished(page)


def _channel(journey: Journey, user) -> dict:
    if journey.helped_by_id:
        return {"channel": "assisted", "helped_by_id": journey.helped_by_id}
    if user and user.organisation_id:
        return {"channel": "partner", "partner_id": user.organisation_id, "helped_by": user}
    return {"channel": "online"}


def _new_person(details: dict):
    from borough.foundations.people.models import Person

    return Person.objects.create(**details)


def _with_reference(form, **fields) -> Submission:
    for _ in range(20):
        try:
            with transaction.atomic():
                return Submission.objects.create(reference=references.make(form.service.reference), **fields)
        except IntegrityError as clash:
            if "reference" not in str(clash):
                raise
    raise RuntimeError("twenty references in a row were taken")


@transaction.atomic
def forget_unfinished(*, journeys, by) -> int:
    """Delete journeys never sent, with their files. Returns how many."""
    count = 0
    for journey in journeys.filter(sent_at__isnull=True):
        for document in Document.objects.filter(about=f"journey:{journey.pk}"):
            documents.discard(document=document, by=by)
        audit.record(action="journey.deleted", record=journey, by=by, data={"slug": journey.slug})
        journey.delete()
        count += 1
    return count
