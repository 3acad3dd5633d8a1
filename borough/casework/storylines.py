"""The timeline as an officer reads it."""

from django.urls import reverse

from .models import TimelineEntry

Kind = TimelineEntry.Kind
BY = {"email": "by e-mail", "text": "by text", "letter": "by letter"}
CAME = {"online": "online", "assisted": "with an officer’s help", "partner": "through a partner"}


def lines(case, user) -> list[dict]:
    """{when, who, what, more, link} for each thing that happened, newest first."""
    return [line(entry, user, case.person.name) for entry in case.timeline.all()]


def line(entry, user, person: str = "") -> dict:
    what, more, link = _said(entry)
    me = entry.who_kind == "officer" and entry.who_id == str(user.pk)
    name = person if entry.who_kind == "resident" else entry.who_name
    who = "You" if me else name or entry.who_kind.capitalize()
    return {"when": entry.at, "who": who, "what": what, "more": more, "link": link}


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
            if data.get("words"):
                return f"wrote to them {BY.get(data.get('channel'), '')}", data["words"], None
            return f"told them {BY.get(data.get('channel'), '')}: {data.get('subject', '')}", "", None
        case Kind.DOCUMENT:
            id = data.get("document")
            link = {"text": entry.text, "href": reverse("documents:download", args=[id])} if id else None
            return "added a document:", "", link
        case _:
            return entry.text, data.get("reason", ""), None
