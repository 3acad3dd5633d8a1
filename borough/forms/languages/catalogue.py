"""A gettext catalogue beside a definition, as Babel reads it: which words are translated, stale or missing.

An entry's `msgctxt` is the place of a text, its `msgid` the English there. One without a place is for that English
wherever it stands. An entry is stale when the English at its place has changed since, or when it is marked `fuzzy`.
"""

from dataclasses import dataclass
from io import BytesIO

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from ..definition.parsing import MOST_BYTES
from ..definition.source import ODD
from .texts import Wording

NAMES = {"cy": "Welsh"}
MISSING, STALE, TRANSLATED = "missing", "stale", "translated"


class Unreadable(Exception):
    """It is not a catalogue. `.line` says where it stops being one."""

    def __init__(self, line: int, message: str):
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class Entry:
    """What a catalogue says about one text."""

    state: str
    words: str = ""
    message: Message | None = None  # where it says that

    @property
    def line(self) -> int:
        """0 where it says nothing."""
        return (self.message.lineno or 0) if self.message else 0


class Catalogue:
    """`text` is that of the whole file. Raises Unreadable."""

    def __init__(self, text: str = "", language: str = "cy"):
        self.language = language
        found = _read(text, language)
        self.comment = found.header_comment
        self.messages = [*(message for message in found if message.id), *found.obsolete.values()]
        self._exact, self._at, self._english = {}, {}, {}
        for message in self.messages:
            if not isinstance(message.id, str):
                raise Unreadable(message.lineno or 1, "A form has no plurals: write `msgid` and `msgstr` only")
            if ODD.search(message.string):
                raise Unreadable(message.lineno or 1, "There is a character here that nobody can see: remove it")
            self._exact[message.context, message.id] = message
            if message.string and message.context:
                self._at.setdefault(message.context, message)
            if message.string and not message.fuzzy:
                self._english.setdefault(message.id, message)

    def of(self, said: Wording) -> Entry:
        """What it says about a text: at its place, else for the same English elsewhere."""
        exact = self._exact.get((said.place, said.text))
        if exact is not None and exact.string:
            return Entry(STALE if exact.fuzzy else TRANSLATED, exact.string, exact)
        if same := self._english.get(said.text):
            return Entry(TRANSLATED, same.string, same)
        if before := self._at.get(said.place):
            return Entry(STALE, before.string, before)
        return Entry(MISSING, "", exact)


def _read(text, language):
    if len(text) > MOST_BYTES:
        raise Unreadable(1, f"The catalogue is too large: at most {MOST_BYTES:,} characters")
    if odd := ODD.search(text):
        line = text[: odd.start()].count("\n") + 1
        raise Unreadable(line, f"There is a character here that nobody can see (U+{ord(odd[0]):04X}): remove it")
    try:
        return read_po(BytesIO(text.encode()), locale=language, abort_invalid=True)
    except Exception as wrong:  # Babel has no one name for all that can be wrong in a file
        line = getattr(wrong, "lineno", 0) + 1
        raise Unreadable(line, f"This is not a gettext catalogue we can read: {wrong}") from wrong
