"""Bringing a catalogue up to date with its service.yaml: what is new, stale and gone."""

from collections import Counter
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from ..definition import load, source
from ..definition.faults import Fault
from .catalogue import MISSING, NAMES, STALE, TRANSLATED, Catalogue, Entry, Unreadable
from .texts import Wording, of_form

GONE = "gone"
STATES = (TRANSLATED, STALE, MISSING, GONE)
WAS = "The English was: "
WIDTH = 110
COMMENT = """\
# {language} of services/{slug}/service.yaml.
# `borough services translate {slug}` brings in what is new there and marks what is stale as fuzzy. Put the words
# of those right, then take the word fuzzy away.
# To be checked by somebody who speaks {language}."""
HEADER = """{comment}
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def updated(
    catalogue: Catalogue | None, texts: Iterable[Wording], *, slug: str, language: str
) -> tuple[str, dict[str, int]]:
    """The whole file anew, and how many texts are in each of STATES.

    Nothing that was translated is thrown away: what is gone stays at the end, commented out.
    """
    old = catalogue or Catalogue(language=language)
    new, count = Catalog(locale=language, fuzzy=False), Counter()
    for wording in texts:
        if wording.given:
            entry = old.of(wording)
            _add(new, wording, entry)
            count[entry.state] += 1
    kept = {message.string for message in new}
    for message in old.messages:
        if message.string and message.string not in kept:
            new.obsolete[message.id, message.context] = message
            count[GONE] += 1
    comment = old.comment if catalogue else COMMENT.format(language=NAMES[language], slug=slug)
    written = BytesIO()
    write_po(written, new, width=WIDTH, no_location=True, omit_header=True)
    text = HEADER.format(comment=comment, language=language) + written.getvalue().decode()
    return text.rstrip() + "\n", {state: count[state] for state in STATES}


def _add(new: Catalog, wording: Wording, entry: Entry) -> None:
    stale, before = entry.state == STALE, entry.message
    comments = list(before.user_comments) if before else []
    if not stale or before.id != wording.text:
        comments = [comment for comment in comments if not comment.startswith(WAS)]
    if stale and before.id != wording.text:
        comments.append((WAS + " ".join(before.id.split()))[: WIDTH - 4])
    flags = ["fuzzy"] if stale else []
    new.add(wording.text, entry.words, context=wording.place, flags=flags, user_comments=comments)


class Untranslatable(Exception):
    """Its English, or the catalogue there is, cannot be read. `.faults` says why."""

    def __init__(self, faults: list[Fault]):
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


def update(loaded: load.Loaded, language: str) -> tuple[str, dict[str, int]]:
    """`updated`, for a definition as loaded, whatever is wrong with what its catalogues say. Raises Untranslatable."""
    try:
        form, faults = load.build(source.read(loaded.source, loaded.file), loaded.slug)
    except source.Unreadable as wrong:
        raise Untranslatable([wrong.fault]) from wrong
    if form is None:
        raise Untranslatable(faults)
    try:
        written = loaded.catalogues.get(language)
        catalogue = None if written is None else Catalogue(written, language)
    except Unreadable as wrong:
        raise Untranslatable([Fault(str(beside(loaded.file, language)), wrong.line, str(wrong))]) from wrong
    return updated(catalogue, of_form(form), slug=loaded.slug, language=language)


def write(every: Iterable[load.Loaded], language: str) -> tuple[dict[str, dict], list[Fault]]:
    """Update the file beside each. (slug → its `file` and counts, faults of those left as they were.)"""
    written, faults = {}, []
    for loaded in every:
        try:
            text, counts = update(loaded, language)
        except Untranslatable as wrong:
            faults += wrong.faults
        else:
            path = beside(loaded.file, language)
            path.write_text(text, encoding="utf-8")
            written[loaded.slug] = {"file": str(path)} | counts
    return written, faults


def beside(file: str, language: str) -> Path:
    return Path(file).with_name(f"{language}.po")


def counted(written: dict) -> str:
    """What `write` did to one, in a line."""
    return f"{written['file']}: " + ", ".join(f"{written[state]} {state}" for state in STATES)
