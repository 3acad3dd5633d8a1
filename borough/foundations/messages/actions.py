"""Every write to the outbox that somebody asks for. What the worker does with it is in `delivery`."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from borough.foundations import rows
from borough.foundations.audit import actions as audit
from borough.foundations.audit.actors import SYSTEM

from .models import Message, Shown

KEPT = timedelta(days=90)
ERASED = "(erased)"
LONGEST_TEXT = 918  # GOV.UK Notify's limit: six parts of a text message


class Unsendable(ValueError):
    """The message cannot be sent as it stands. Its words are fit to show to an officer."""


def send(
    *, channel, to, subject="", body, about="", key="", by, sensitive=False, format="standard",
    unsubscribe=""
) -> Message:  # fmt: skip
    """Put one message in the outbox, in the caller's transaction. The worker delivers it after commit.

    `body` is plain text already rendered: blank lines part paragraphs, `# ` makes a heading, `* ` a bullet.
    `about` is kind:reference. With a `key`, a second send returns the first message, so twice is once.
    `sensitive` bodies (codes, links that sign in) are not kept once the message has ended.
    `unsubscribe` is the address at which one POST ends messages like this.
    Raises Unsendable: unknown channel, nobody to send to, nothing to say, or a text message over 918 characters.
    """
    to, body, subject = to.strip(), body.strip(), " ".join(subject.split())[:300]
    _check(channel, to, body)
    message = Message(
        channel=channel, to=to, subject=subject, body=body, about=about, key=key, format=format, sensitive=sensitive,
        unsubscribe=unsubscribe,
    )  # fmt: skip
    with transaction.atomic(savepoint=False):  # what is refused was refused above, and undoes nothing of the caller's
        if not rows.add_unless_taken(message):
            return Message.objects.get(key=key)
        audit.record(action="message.written", record=message, by=by, data={"channel": channel, "about": about})
    return message


@transaction.atomic
def retry(*, message, by) -> Message:
    """Try a failed message again, from the first wait. Raises Unsendable if it has not failed or held a secret."""
    message = Message.objects.select_for_update().get(pk=message.pk)
    if message.status != Message.Status.FAILED:
        raise Unsendable(f"Only a message that was not sent can be tried again. This one is: {_said(message)}.")
    if message.sensitive:
        raise Unsendable("This message held a code or a link that signs in, which we do not keep. Make a new one.")
    message.status, message.attempts, message.due_at, message.error = Message.Status.WAITING, 0, timezone.now(), ""
    message.save(update_fields=["status", "attempts", "due_at", "error"])
    audit.record(action="message.retried", record=message, by=by)
    return message


@transaction.atomic
def cancel(*, message, by, reason="") -> Message:
    """Stop a message that has not been sent. Raises Unsendable if it has, or is being sent now."""
    message = Message.objects.select_for_update().get(pk=message.pk)
    if message.status not in (Message.Status.WAITING, Message.Status.FAILED):
        raise Unsendable(f"Only a message that waits or was not sent can be cancelled. This one is: {_said(message)}.")
    message.status = Message.Status.CANCELLED
    message.body = "" if message.sensitive else message.body
    message.save(update_fields=["status", "body"])
    audit.record(action="message.cancelled", record=message, by=by, reason=reason)
    return message


@transaction.atomic
def forget(*, about, by) -> int:
    """Take addresses and words out of every message about one thing, for a lawful erasure; cancel what has not gone.

    Returns how many messages there were.
    """
    found = Message.objects.filter(about=about)
    unsent = found.filter(status__in=[Message.Status.WAITING, Message.Status.SENDING, Message.Status.FAILED])
    unsent.update(status=Message.Status.CANCELLED, sent_at=None, body="")
    Shown.objects.filter(message__about=about).delete()
    count = found.update(to=ERASED, subject="", body="", error="")
    audit.record(action="messages.forgotten", kind="about", id=about, by=by, data={"messages": count})
    return count


def purge(*, now=None, by=SYSTEM) -> int:
    """Delete messages about nothing in particular (sign-in codes) 90 days after they were written. Returns how many.

    What a message was about decides how long the others are kept.
    """
    old = Message.objects.filter(about="", created_at__lt=(now or timezone.now()) - KEPT, status__in=Message.ENDED)
    with transaction.atomic():
        if count := old.delete()[1].get("outbox.Message", 0):
            audit.record(action="messages.purged", kind="outbox", by=by, data={"messages": count})
    return count


def _check(channel, to, body):
    if channel not in Message.Channel.values:
        raise Unsendable(f"There is no channel called {channel!r}. Use email, text or letter.")
    if not to:
        raise Unsendable("The message goes to nobody. Give an e-mail address, a telephone number or a postal address.")
    if not body:
        raise Unsendable("The message has no words.")
    if channel == Message.Channel.TEXT and len(body) > LONGEST_TEXT:
        raise Unsendable(f"The text message has {len(body)} characters. Make it {LONGEST_TEXT} or fewer.")


def _said(message):
    return message.get_status_display().lower()
