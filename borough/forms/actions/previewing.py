"""Trying a form out: a preview begun, added to, played to its end and forgotten. Nothing of it is ever sent."""

from dataclasses import dataclass

from django.db import transaction

from borough.design.languages import speaking
from borough.foundations.audit import actions as audit
from borough.foundations.audit.actors import RESIDENT
from borough.foundations.documents import actions as documents
from borough.foundations.documents.models import Document
from borough.foundations.messages.models import Message
from borough.foundations.people.models import Organisation, User
from borough.foundations.webhooks.models import Delivery

from .. import exporting
from ..definition.form import Form
from ..models import Journey, Preview
from ..queries import version
from . import sending
from .journeys import new_token, token_hash


@dataclass(frozen=True)
class Played:
    """What would have happened: what a back office would get, the messages, and who would be told at once."""

    exported: dict
    messages: list[Message]
    hooked: list[str]


@transaction.atomic
def begin(*, form: Form, answers: dict, by) -> Preview:
    """Begin anew: an officer has one preview of a service."""
    forget(Preview.objects.filter(user=by, slug=form.slug), by=by)
    preview = Preview.objects.create(user=by, slug=form.slug, version_id=form.version, answers=answers)
    audit.record(action="preview.begun", record=preview, by=by, data={"slug": form.slug})
    return preview


@transaction.atomic
def save(*, preview: Preview, answers: dict, none=(), within: tuple[str, str] | None = None) -> bool:
    """As `save_page` does for a journey."""
    held = preview.held()
    if held is None:
        return False
    kept = held.answers.setdefault(within[0], {}).setdefault(within[1], {}) if within else held.answers
    kept.update(dict.fromkeys(none) | kept | answers)
    held.save(update_fields=["answers", "changed_at"])
    return True


@transaction.atomic
def forget(previews, *, by) -> int:
    """Delete these previews with their files. Returns how many."""
    found = list(previews.select_for_update(skip_locked=True))
    for preview in found:
        for document in Document.objects.filter(about=preview.about):
            documents.discard(document=document, by=by)
        preview.delete()
    return len(found)


def play(*, preview: Preview, form: Form, by) -> Played:
    """Send it as a resident would (or a partner, or an officer for somebody), look at what came of it, and undo it all.

    Every room does its real part in one transaction, which is rolled back. Raises Unfinished.
    """
    with transaction.atomic():
        try:
            return _played(preview, form, by)
        finally:
            transaction.set_rollback(True)


def _played(preview, form, by):
    user, helped_by = _sender(form, preview.pk, by)
    journey = Journey.objects.create(
        slug=form.slug,
        version_id=form.version,
        token_hash=token_hash(new_token()),
        answers=preview.answers,
        helped_by=helped_by,
    )
    english = version(form.version)
    with speaking("en"):
        submission = sending.made(journey, english, by=helped_by or RESIDENT, user=user, language=form.language)
    about = [f"case:{submission.reference}", journey.about]
    return Played(
        exporting.of(submission, english),
        list(Message.objects.filter(about__in=about).order_by("pk")),
        list(Delivery.objects.filter(about__in=about).order_by("pk").values_list("destination", flat=True)),
    )


def _sender(form, preview_id, by):
    """(who is signed in, which officer helps) of somebody the service takes applications from."""
    if "resident" in form.service.who:
        return None, None
    if "partner" not in form.service.who:
        return None, by
    made_up = f"made-up-{preview_id}"
    organisation = Organisation.objects.create(slug=made_up, name="A partner, made up")
    return User.objects.create_user(email=f"{made_up}@example.org", organisation=organisation), None
