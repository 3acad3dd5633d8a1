"""What happened to a case, as the resident reads it: steps, messages and documents. No notes, no names of officers."""

from dataclasses import dataclass

from django.utils.html import escape
from django.utils.text import Truncator
from markupsafe import Markup

from borough.forms import answers
from borough.foundations.documents import queries as documents
from borough.foundations.messages import html

from ..models import TimelineEntry

Kind = TimelineEntry.Kind
THEIRS = ("resident", "partner")
SENT = {
    "online": "You sent it",
    "assisted": "You told us, and an officer filled it in",
    "partner": "It was sent for you",
}
BY = {"email": "by e-mail", "text": "by text", "letter": "by letter"}


@dataclass(frozen=True)
class Step:
    kind: str  # done, now or next
    text: str
    on: object = None  # a date or time


@dataclass(frozen=True)
class Said:
    """One message. `html` is safe."""

    who: str
    how: str
    at: object
    ours: bool
    html: Markup
    subject: str = ""
    earlier: bool = False  # we wrote again since


def lines(case) -> list[TimelineEntry]:
    """Everything that happened, oldest first: read once for the page."""
    return list(case.timeline.order_by("at", "pk"))


def last_entered(found) -> TimelineEntry | None:
    return next((line for line in reversed(found) if line.entered), None)


def steps(case, found, standing) -> list[Step]:
    """What was passed, where it is now, and what comes next.

    Labels of states are officers' words, so a step that was passed is named as the message about it was. One that we
    told nobody of is no step of theirs.
    """
    done, now, at = [], last_entered(found), standing.words
    for line, after in zip(found, [*found[1:], None], strict=True):
        if line.kind == Kind.SENT:
            done.append(Step("done", SENT.get(line.data.get("channel"), SENT["online"]), line.at))
        elif line.kind == Kind.MESSAGE_IN:
            done.append(Step("done", "You wrote to us", line.at))
        if line.entered and after and after.kind == Kind.MESSAGE_OUT and not after.data.get("words"):
            if line is now and not case.merged_into_id:
                at = _subject(after, case)
            elif line is not now and line.kind != Kind.SENT:
                done.append(Step("done", _subject(after, case), line.at))
    return [*_once(done), Step("now", at, standing.since), *_next(case, standing)]


def messages(case, found, *, partner: bool) -> list[Said]:
    """Both ways, newest first."""
    said = [line for line in reversed(found) if line.kind in (Kind.MESSAGE_IN, Kind.MESSAGE_OUT)]
    last = next((line for line in said if line.kind == Kind.MESSAGE_OUT), None)
    return [
        _ours(line, case, earlier=line is not last) if line.kind == Kind.MESSAGE_OUT else _theirs(line, partner)
        for line in said
    ]


def files(case) -> list:
    """The documents they sent or were sent, oldest first. An officer's own papers are not for them unless shared."""
    lines = case.timeline.filter(kind=Kind.DOCUMENT).values_list("data", "who_kind")
    theirs = {data.get("document") for data, who in lines if who in THEIRS or data.get("shared")} | _answered(case)
    return [document for document in documents.about(case.about) if str(document.pk) in theirs]


def _answered(case) -> set[str]:
    return {str(file["id"]) for file in answers.files(case.submission.answers)} if case.submission else set()


def _ours(line, case, earlier) -> Said:
    text = html.blocks(line.data.get("words") or line.text)
    text = text.replace("<h2>", '<p class="app-said__heading">').replace("</h2>", "</p>")  # the page has its own
    how, safe = BY.get(line.data.get("channel"), ""), Markup(text)  # noqa: S704
    return Said(str(case.team), how, line.at, True, safe, subject=_subject(line, case), earlier=earlier)


def _theirs(line, partner) -> Said:
    """What they wrote is shown as it was typed: nothing in it becomes a link."""
    me = "partner" if partner else "resident"
    who = "You" if line.who_kind == me else line.who_name or "The person you help"
    return Said(who, "", line.at, False, Markup("<p>{}</p>").format(Markup(escape(line.text).replace("\n", "<br>"))))  # noqa: S704


def _subject(line, case) -> str:
    """What a message was about, in a line; an officer's own words begin it where they wrote them."""
    if own := line.data.get("words"):
        return Truncator(" ".join(own.split())).chars(70)
    return line.data.get("subject", "").replace(f"({case.reference})", "").strip() or "We wrote to you"


def _once(done) -> list[Step]:
    """The same thing twice running is one step, the later."""
    return [step for step, after in zip(done, [*done[1:], None], strict=True) if not after or after.text != step.text]


def _next(case, standing) -> list[Step]:
    if not case.is_open:
        return []
    if standing.needs:
        return [Step("next", "You answer us. Then we go on.")]
    if standing.waits or not case.due_on:
        return []
    return [Step("next", "You hear from us by then, or sooner", case.due_on)]
