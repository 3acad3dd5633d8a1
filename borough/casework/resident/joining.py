"""Where the resident's pages join the rooms below."""

import re

from borough.forms import hooks
from borough.foundations import rows
from borough.foundations.documents import access

from .. import definitions, words
from ..models import Case
from . import door, story

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&])")


def connect() -> None:
    """Called once, when the app is ready."""
    hooks.afterwards.register(afterwards)
    access.register(may_have)


def afterwards(submission, form) -> str:
    """What happens next, for the page that says we have it: the words of where the case is."""
    case = rows.one(Case, submission=submission.pk)
    if case is None:
        return ""
    case.submission, case.person = submission, submission.person  # read already
    state = definitions.workflow(case).states[case.state]
    plain = {name: _MARKUP.sub(r"\\\1", text) for name, text in words.values(case).items()}
    return words.fill(state.resident, plain)  # people's answers are no Markdown of ours


def may_have(request, document) -> bool:
    """A resident may have the documents of their own case that they sent or were sent."""
    if not document.about.startswith("case:"):
        return False
    case = door.find(request, document.about.removeprefix("case:"))
    return case is not None and document in story.files(case)
