"""A journey: begun, added to page by page, left and come back to."""

import datetime
import json
import secrets

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from borough.design.filters import day
from borough.foundations import rows, vault
from borough.foundations.audit import actions as audit
from borough.foundations.documents import actions as documents
from borough.foundations.documents.models import Document
from borough.foundations.messages import actions as messages

from .. import closing, who
from ..answers import files
from ..definition.form import Form
from ..definition.model import Retention
from ..models import Journey
from ..retention import lengths

RESUMABLE = datetime.timedelta(days=30)
WAY_BACK = N_("""Here is the link to your form.

{link}

It opens where you stopped. It works until {until}.

Keep it to yourself: whoever has the link can see your answers.""")


class TooOld(Exception):
    """The link back worked `until` then; what was typed is `kept` until then, both moments."""

    def __init__(self, journey: Journey):
        super().__init__(f"{journey.slug}: the link back has expired")
        written = journey.version.data.get("retention") or {}
        length = written.get("unfinished") or Retention().unfinished
        self.slug, self.until = journey.slug, journey.resume_until
        self.kept = lengths.after(length, journey.changed_at)


def new_token() -> str:
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    return vault.token_hash(token)


@transaction.atomic
def begin(*, form: Form, token: str, answers: dict, by, user=None, helped_by=None) -> Journey:
    """Start a journey with the answers of its first page, or with none where an officer starts it for somebody.

    Raises who.NotForYou where the service does not take applications from such people, and closing.NotOpen.
    """
    who.check(form, who.role(user, helped_by))
    closing.check_begin(form)
    journey = Journey(
        slug=form.slug,
        version_id=form.version,
        token_hash=token_hash(token),
        answers=answers,
        user=user,
        helped_by=helped_by,
    )
    rows.add(journey)
    action = "journey.helped" if helped_by else "journey.begun"
    audit.record(action=action, record=journey, by=by, data={"slug": form.slug})
    return journey


# Merged by the database, so that two tabs on one journey lose nothing; refused once it was sent.
SAVE = """UPDATE forms_journey SET answers = %(none)s::jsonb || answers || %(answers)s::jsonb, changed_at = %(now)s
    WHERE id = %(id)s AND sent_at IS NULL"""


# The same within one entry of a repeated group.
SAVE_ENTRY = """UPDATE forms_journey SET changed_at = %(now)s, answers = answers || jsonb_build_object(%(group)s::text,
    coalesce(answers -> %(group)s, '{}') || jsonb_build_object(%(key)s::text,
    %(none)s::jsonb || coalesce(answers -> %(group)s -> %(key)s, '{}') || %(answers)s::jsonb))
    WHERE id = %(id)s AND sent_at IS NULL"""


def save_page(*, journey: Journey, answers: dict, none=(), within: tuple[str, str] | None = None) -> bool:
    """Keep a page's answers: the one write without an audit event. False if the journey was sent meanwhile.

    `none` are questions left without files, which stay so unless another tab sent some; `within` is (group, entry's
    key) for a page of a repeated group.
    """
    named = {"answers": json.dumps(answers), "none": json.dumps(dict.fromkeys(none))}
    named |= {"now": timezone.now(), "id": journey.pk}
    if within:
        named |= {"group": within[0], "key": within[1]}
    with connection.cursor() as cursor:
        cursor.execute(SAVE_ENTRY if within else SAVE, named)
        return cursor.rowcount == 1


def resumable(form: Form) -> datetime.timedelta:
    """How long a link back works: 30 days, or as long as the form is kept where that is less."""
    now = timezone.now()
    return min(RESUMABLE, lengths.after(form.service.retention.unfinished, now) - now)


@transaction.atomic
def remove_entry(*, journey: Journey, group: str, key: str, by) -> bool:
    """Take one entry out of a repeated group, with its files. False if it is not there, or the journey was sent."""
    held = journey.held()
    entry = (held.answers.get(group) or {}).pop(key, None) if held else None
    if entry is None:
        return False
    ids = [file["id"] for file in files(entry)]
    for document in Document.objects.filter(pk__in=ids, about=journey.about):
        documents.discard(document=document, by=by)
    held.save(update_fields=["answers", "changed_at"])
    audit.record(action="journey.entry_removed", record=held, by=by, data={"group": group})
    journey.answers = held.answers
    return True


@transaction.atomic
def way_back(*, journey: Journey, form: Form, email: str, address: str, by) -> None:
    """Send a link that opens this journey anywhere, for as long as `resumable` says.

    `address` is the site's, such as https://x.example. The link sent before, if any, stops working.
    """
    token = new_token()
    journey.resume_hash = vault.token_hash(token)
    journey.resume_until = timezone.now() + resumable(form)
    journey.save(update_fields=["resume_hash", "resume_until", "changed_at"])
    link = f"{address}/resume/{token}" + (f"?lang={form.language}" if form.language != "en" else "")
    messages.send(
        channel="email",
        to=email,
        subject=_("Your form is saved: {title}").format(title=form.title),
        body=_(WAY_BACK).format(link=link, until=day(journey.resume_until)),
        about=journey.about,
        sensitive=True,
        by=by,
    )
    audit.record(action="journey.saved", record=journey, by=by)


@transaction.atomic
def come_back(*, token: str, by) -> tuple[Journey, str] | None:
    """Open the journey this link belongs to, with a new cookie token. None if it is unknown or spent. Raises TooOld.

    The link goes on working until it expires or the form is sent; the cookie it replaces does not.
    """
    wanted = {"resume_hash": vault.token_hash(token), "sent_at": None}
    journey = Journey.objects.select_for_update().filter(**wanted).first()
    if journey is None:
        return None
    if journey.resume_until <= timezone.now():
        raise TooOld(journey)
    cookie = new_token()
    journey.token_hash = token_hash(cookie)
    journey.save(update_fields=["token_hash", "changed_at"])
    audit.record(action="journey.resumed", record=journey, by=by)
    return journey, cookie
