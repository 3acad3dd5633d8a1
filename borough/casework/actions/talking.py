"""Notes, messages both ways, and documents."""

from django.utils import timezone

from borough.design.languages import speaking
from borough.foundations.audit import actions as audit
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.documents import actions as documents

from .. import definitions, policy, searching, words
from ..refusals import Refused
from ..timeline import Kind, tell
from .changing import changing
from .moving import make, run_clock
from .telling import send

KINDS = {"pdf", "image", "word", "spreadsheet"}
MOST_BYTES = 10_000_000


def note(*, case, text: str, by):
    """Write a note that only officers see. Two officers may write at once: nothing is overwritten."""
    text = _something(text)
    with changing(case, by=by, open_only=False) as held:
        tell(held, Kind.NOTE, text, by=by)
        searching.add(held, text)
        audit.record(action="case.noted", record=held, by=by)
    return held


def ask(*, case, text: str, by, revision: int | None = None):
    """Write to the resident, by the channel they chose. The clock goes on: a move into a waiting state stops it."""
    text = _something(text)
    with changing(case, by=by, revision=revision, open_only=False) as held:
        with speaking(definitions.language(held)):
            subject, body = f"{definitions.title(held.slug)} ({held.reference})", words.letter(held, text)
        sent = send(held, subject=subject, body=body, by=by, words=text)
        if sent is None:
            raise Refused("We have no e-mail, telephone number or address for this person.")
        audit.record(action="case.asked", record=held, by=by)
    return held


def message_in(*, case, text: str, by, files=()):
    """The resident writes to us, with documents or without. In a waiting state the clock starts again.

    Where the workflow has a move of the system's own out of that state, it is made. Raises Refused for a closed case,
    documents.Refused for a file.
    """
    text = text.strip() if files else _something(text)
    with changing(case, by=by) as held:
        if text:
            tell(held, Kind.MESSAGE_IN, text, by=by)
            searching.add(held, text)
        for file in files:
            _keep(held, file, by)
        _answered(held)
        audit.record(action="case.answered", record=held, by=by, data={"documents": len(files)})
    return held


def add_document(*, case, file, by):
    """Keep an officer's document with the case. Raises documents.Refused, whose message is for the person."""
    with changing(case, by=by, open_only=False) as held:
        _keep(held, file, by)
    return held


def _keep(held, file, by):
    document = documents.keep(file=file, allowed=KINDS, max_bytes=MOST_BYTES, about=held.about, by=by)
    tell(held, Kind.DOCUMENT, document.name, by=by, document=str(document.pk))
    return document


def _answered(held) -> None:
    held.answered_at = timezone.now()
    if not held.paused_on:
        return
    workflow = policy.plan(held).workflow
    own = next((name for name, move in workflow.moves.items() if held.state in move.from_ and move.on_answer), None)
    if own:
        make(held, own, by=SYSTEM)
    else:
        run_clock(held, waits=False)


def _something(text: str) -> str:
    if not text.strip():
        raise Refused("Write something first.")
    return text.strip()
