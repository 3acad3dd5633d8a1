"""The timeline as an officer reads it."""

from django.urls import reverse
from django.utils import timezone

from borough.foundations.messages import queries as messages

from .models import TimelineEntry

Kind = TimelineEntry.Kind
BY = {"email": "by e-mail", "text": "by text", "letter": "by letter"}
CAME = {"online": "online", "assisted": "for them", "partner": "for them, as a partner"}
CHECKED = "did: "  # how a ticked check begins


def lines(case, user) -> list[dict]:
    """{when, who, what, more, link, note, letter} for each thing that happened, newest first.

    `letter` is {subject, body, problem} of a message that the workflow wrote; checks ticked in a row are one line.
    """
    sent = {message.pk: message for message in messages.about(case.about)}
    found = []
    for entry in case.timeline.all():
        said = line(entry, user, case.person.name, sent.get(entry.data.get("message")))
        if not (found and _joins(found[-1], said)):
            found.append(said)
    return found


def line(entry, user, person: str = "", message=None) -> dict:
    """`message` is the one in the outbox that the entry tells of, or None."""
    what, more, link = _said(entry)
    return {
        "when": entry.at,
        "who": _who(entry, user, person),
        "what": what,
        "more": more,
        "link": link,
        "note": entry.kind == Kind.NOTE,
        "letter": _letter(entry, message) if entry.kind == Kind.MESSAGE_OUT else None,
    }


def _who(entry, user, person: str) -> str:
    if entry.who_kind == "officer" and entry.who_id == str(user.pk):
        return "You"
    if entry.who_kind == "system" or _from_the_service(entry):
        return "We"
    return (person if entry.who_kind == "resident" else entry.who_name) or entry.who_kind.capitalize()


def _from_the_service(entry) -> bool:
    """Words that the definition holds come from all of us, whoever took the step."""
    return entry.kind == Kind.MESSAGE_OUT and not entry.data.get("words")


def _letter(entry, message) -> dict:
    subject = entry.data.get("subject", "").removesuffix(f" ({entry.case.reference})")
    ended = message is None or message.status == "sent"
    return {
        "subject": "" if entry.data.get("words") else subject,
        "body": entry.text,
        "problem": "" if ended else message.get_status_display(),
        "failed": not ended and message.status == "failed",
    }


def _joins(last: dict, said: dict) -> bool:
    """Add a check to the line above where the same officer ticked both on one day."""
    days = [timezone.localdate(one["when"]) for one in (last, said)]
    both = last["what"].startswith(CHECKED) and said["what"].startswith(CHECKED)
    if not both or last["who"] != said["who"] or days[0] != days[1]:
        return False
    last["what"] += f"; {said['what'].removeprefix(CHECKED)}"
    return True


def _said(entry):
    data = entry.data
    match entry.kind:
        case Kind.SENT:
            return f"sent it {CAME.get(data.get('channel'), '')}".strip(), "", None
        case Kind.MOVED:
            now = data.get("label") or data.get("to", "")
            return f"took the step “{entry.text}”. It is now “{now}”.", data.get("reason", ""), None
        case Kind.NOTE:
            return "wrote a note", entry.text, None
        case Kind.MESSAGE_IN:
            return "wrote to us", entry.text, None
        case Kind.MESSAGE_OUT:
            how = BY.get(data.get("channel"), "")
            own = data.get("words", "")
            return f"{'wrote to' if own else 'told'} them {how}".strip(), own, None
        case Kind.DOCUMENT:
            id = data.get("document")
            link = {"text": entry.text, "href": reverse("documents:download", args=[id])} if id else None
            return "added a document:", "", link
        case _:
            return entry.text, data.get("reason", ""), None
