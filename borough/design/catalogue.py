"""Our own words in other languages: what the code and templates say, against what the catalogue has of it."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from .languages import LOCALE

BOROUGH = LOCALE.parent
METHODS = [("**/templates/**.html", "jinja2"), ("**.py", "python")]
OPTIONS = {"**/templates/**.html": {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}}
ELSEWHERE = ("website", "demonstration")  # rooms whose templates are not of forms
HEADER = """\
# {comment}
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""


def path(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES/django.po"


def kept(language: str) -> Catalog:
    with path(language).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def said() -> Catalog:
    """Every word marked in code and templates: `_("…")`, `N_("…")`, {% trans %}."""
    found = Catalog()
    for room in sorted(BOROUGH.iterdir()):
        if room.is_dir() and room.name not in ELSEWHERE:
            for name, line, words, _comments, context in extract_from_dir(room, METHODS, OPTIONS, keywords=KEYWORDS):
                found.add(words, None, [(f"{room.name}/{name}", line)], context=context)
    return found


KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def gaps(language: str) -> Iterator[tuple[str, Message]]:
    """(missing, stale or gone; the message) of whatever is not as it should be."""
    has = kept(language)
    wanted = said()
    for message in wanted:
        if message.id:
            found = has.get(message.id, message.context)
            words = found and (found.string if isinstance(found.string, str) else all(found.string))
            if not words:
                yield "missing", message
            elif found.fuzzy:
                yield "stale", found
    for message in has:
        if message.id and wanted.get(message.id, message.context) is None:
            yield "gone", message


def update(language: str) -> None:
    """Bring the catalogue up to date: what is new empty, what changed marked fuzzy, what is gone taken out."""
    catalogue = kept(language)
    catalogue.update(said(), update_header_comment=False)
    catalogue.obsolete.clear()
    comment = catalogue.header_comment.removeprefix("# ")
    written = BytesIO()
    write_po(written, catalogue, width=110, no_location=True, omit_header=True, include_previous=True)
    head = HEADER.format(comment=comment, language=language, plurals=catalogue.plural_forms)
    path(language).write_text(head + written.getvalue().decode().strip() + "\n", encoding="utf-8")
