"""What a case says when the virus scanner found something in one of its files, or could not look."""

from django.utils.translation import gettext as _

from borough.design.languages import speaking
from borough.foundations import rows
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.documents.models import Scan
from borough.foundations.messages.harmless import harmless

from . import definitions, words
from .actions.changing import changing
from .actions.telling import send
from .models import Case
from .resident import story
from .timeline import Kind, tell

TOLD = {
    Scan.INFECTED: "found a virus in “{name}” and removed the file",
    Scan.FAILED: "could not scan “{name}” for viruses, so nobody can open it: ask for it as another file",
}


def held(*, document) -> None:
    """Tell the officers on the timeline, and of a virus the person, if it was theirs.

    A file that was not sent yet says so on its page.
    """
    kind, _colon, reference = document.about.partition(":")
    case = rows.one(Case, reference=reference) if kind == "case" else None
    if case is None:
        return
    with changing(case, by=SYSTEM, open_only=False) as case:
        tell(case, Kind.CHANGED, TOLD[document.scan].format(name=document.name), by=SYSTEM)
        if document.scan == Scan.INFECTED and document in story.files(case):
            _tell_them(case, document)


def _tell_them(case, document):
    with speaking(definitions.language(case)):
        text = _(
            "We found a virus in the file “{name}”, so we removed it. Nothing else was lost.\n\n"
            "Check your device for viruses. Then send the file again, or take a photo of it and send that."
        ).format(name=harmless(document.name))
        subject = _("We found a virus in a file ({reference})").format(reference=case.reference)
        send(case, subject=subject, body=words.letter(case, text), by=SYSTEM, key=f"infected:{document.pk}")
