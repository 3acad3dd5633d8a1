"""What a case says when the virus scanner found something in one of its files."""

from django.utils.translation import gettext as _

from borough.design.languages import speaking
from borough.foundations import rows
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.messages.harmless import harmless

from . import definitions, words
from .actions.changing import changing
from .actions.telling import send
from .models import Case
from .resident import story
from .timeline import Kind, tell


def infected(*, document) -> None:
    """Tell the officers on the timeline, and the person if it was theirs. A file not sent yet says so on its page."""
    kind, _colon, reference = document.about.partition(":")
    case = rows.one(Case, reference=reference) if kind == "case" else None
    if case is None:
        return
    with changing(case, by=SYSTEM, open_only=False) as held:
        tell(held, Kind.CHANGED, f"found a virus in “{document.name}” and removed the file", by=SYSTEM)
        if document not in story.files(held):
            return
        with speaking(definitions.language(held)):
            text = _(
                "We found a virus in the file “{name}”, so we removed it. Nothing else was lost.\n\n"
                "Check your device for viruses. Then send the file again, or take a photo of it and send that."
            ).format(name=harmless(document.name))
            subject = _("We found a virus in a file ({reference})").format(reference=held.reference)
            send(held, subject=subject, body=words.letter(held, text), by=SYSTEM, key=f"infected:{document.pk}")
