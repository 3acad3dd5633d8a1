"""What the outbox holds of a person by itself: mail about nothing in particular, such as sign-in codes.

Messages about a case belong to the case: whoever holds that exports them, and forgets them with `actions.forget`.
An e-mail address may be shared, so no other message is taken for a person's own just because it went there.
"""

from borough.foundations.people.registry import holders

from .models import Message


def register() -> None:
    holders.register("messages", export=export, erase=erase)


def export(person) -> list[dict]:
    """What was sent, newest first."""
    return [
        {"channel": message.channel, "to": message.to, "subject": message.subject, "written": message.created_at}
        for message in _own(person).order_by("-pk")
    ]


def erase(person, dry_run: bool) -> dict:
    """Counts what goes: {"messages": n}."""
    own = _own(person)
    count = own.count()
    if not dry_run:
        own.delete()
    return {"messages": count}


def _own(person):
    addresses = [address for address in (person.email, person.phone) if address]
    return Message.objects.filter(about="", to__in=addresses)
