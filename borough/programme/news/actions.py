"""Subscribing, confirming, ending: nobody gets e-mail who did not say so twice."""

import datetime
import secrets

from django.core import signing
from django.db import IntegrityError, transaction
from django.utils import timezone

from borough.foundations import vault
from borough.foundations.audit import actions as audit
from borough.foundations.audit.actors import RESIDENT, SYSTEM
from borough.foundations.authority.details import AREAS
from borough.foundations.authority.site import site
from borough.foundations.messages import actions as messages

from .models import Subscriber

LASTS = datetime.timedelta(days=7)  # to confirm
BOUNCES = 3  # e-mails in a row that could not be delivered, after which we stop
SALT = "news.unsubscribe"
PURPOSE = "news.confirm"


@transaction.atomic
def subscribe(*, email: str, areas: list[str], by=RESIDENT) -> None:
    """Ask for the weekly e-mail. What happens is said only by e-mail, so that nobody learns who subscribes.

    `areas` are of "communities", "place", "council", at least one.
    """
    email, areas = email.strip().lower(), sorted(set(areas))
    subscriber = Subscriber.objects.select_for_update().filter(email__iexact=email).first()
    if subscriber is None:
        try:
            with transaction.atomic():
                subscriber = Subscriber.objects.create(email=email, wanted=areas)
        except IntegrityError:
            return  # asked for twice in one moment: the other request writes
    elif set(areas) <= set(subscriber.areas):
        _write(subscriber, "You get our news already", ALREADY, subscriber.areas, unsubscribe_url(subscriber))
        return
    token = secrets.token_urlsafe(24)
    subscriber.token, subscriber.asked_at, subscriber.wanted = vault.digest(PURPOSE, token), timezone.now(), areas
    subscriber.save(update_fields=["token", "asked_at", "wanted"])
    link = f"{site()}/news/confirm/{token}/"
    _write(subscriber, "Confirm that you want our news", CONFIRM, areas, link, sensitive=True)
    audit.record(action="subscriber.asked", record=subscriber, by=by)


def _write(subscriber, subject, words, areas, link, **how):
    body = words.format(areas=_named(areas), link=link)
    about = _about(subscriber)
    messages.send(channel="email", to=subscriber.email, subject=subject, body=body, about=about, by=SYSTEM, **how)


def awaiting(token: str) -> Subscriber | None:
    """Whom a link to confirm is for. None where it is too old or was never ours."""
    found = Subscriber.objects.filter(token=vault.digest(PURPOSE, token)).first() if token else None
    return found if found and (found.asked_at > timezone.now() - LASTS or not found.wanted) else None


@transaction.atomic
def confirm(*, token: str, by=RESIDENT) -> Subscriber | None:
    """Begin to send. Twice is once. None as for `awaiting`."""
    subscriber = awaiting(token)
    if subscriber is None:
        return None
    subscriber = Subscriber.objects.select_for_update().get(pk=subscriber.pk)
    if subscriber.wanted:
        subscriber.confirmed_at = subscriber.confirmed_at or timezone.now()
        subscriber.areas, subscriber.wanted = sorted({*subscriber.areas, *subscriber.wanted}), []
        subscriber.save(update_fields=["confirmed_at", "areas", "wanted"])
        audit.record(action="subscriber.confirmed", record=subscriber, by=by)
    return subscriber


@transaction.atomic
def unsubscribe(*, token: str, by=RESIDENT) -> bool:
    """End it, and delete the address. False where the link was never ours; ending twice is ending once."""
    pk = _ended(token)
    if pk is None:
        return False
    end(pk=pk, by=by, reason="asked to")
    return True


@transaction.atomic
def end(*, pk: int, by=SYSTEM, reason: str) -> None:
    subscriber = Subscriber.objects.select_for_update().filter(pk=pk).first()
    if subscriber:
        messages.forget(about=_about(subscriber), by=by)
        audit.record(action="subscriber.ended", record=subscriber, by=by, reason=reason)
        subscriber.delete()


def unsubscribe_url(subscriber) -> str:
    return f"{site()}/news/unsubscribe/{signing.dumps(subscriber.pk, salt=SALT)}/"


def purge(*, now=None) -> int:
    """Delete those who never confirmed. Returns how many."""
    old = Subscriber.objects.filter(confirmed_at=None, asked_at__lt=(now or timezone.now()) - LASTS)
    pks = list(old.values_list("pk", flat=True))
    for pk in pks:
        end(pk=pk, reason="never confirmed")
    return len(pks)


def _ended(token) -> int | None:
    try:
        return signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None


def _about(subscriber) -> str:
    return f"subscriber:{subscriber.pk}"


def _named(areas) -> str:
    return "\n".join(f"* {AREAS[area]}" for area in AREAS if area in areas)


CONFIRM = """\
Somebody, we hope it was you, asked us to write to this address once a week about:

{areas}

Open this page and press the button, and we begin:

{link}

The link works for 7 days. If it was not you, do nothing: we will not write again.
"""
ALREADY = """\
You asked for our news. You get it already, once a week, about:

{areas}

If you want it no more, end it here:

{link}
"""
