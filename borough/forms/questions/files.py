"""Files that go with an application. Their content is checked by `foundations.documents`, which keeps them."""

from typing import Literal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from pydantic import Field

from borough.foundations.documents import queries as documents

from .base import Invalid, Question, Typed

KINDS = Literal["pdf", "image", "word", "spreadsheet", "presentation", "text"]


class Infected(Invalid):
    """A virus was found in a file after it was taken: no mistake that could be made while answering."""

    def __init__(self, name: str, field: str):
        message = _("We found a virus in “{name}”. Remove it, then send another file").format(name=name)
        super().__init__("wrong_kind", message, field)


class Gone(Invalid):
    """A file is not kept any more, whatever became of it. No mistake of theirs either."""

    def __init__(self, name: str, field: str):
        message = _("We no longer have “{name}”. Remove it, then send it again").format(name=name)
        super().__init__("missing", message, field)


class File(Question):
    """Photographs, letters and other files. People may send several, and take each away again before they go on.

    We look at what is in a file, not at what it is called, and scan it for viruses. What is kept in the answer is the
    file's number, name and size; the file itself is kept with the case.
    """

    type: Literal["file"] = "file"
    template = "file"
    steady = False
    logic_kind = "list"
    wanting = N_("Choose {called}")
    ask = N_("Choose a file")
    kinds: list[KINDS] = Field(
        default=["pdf", "image", "word"], min_length=1, description="Which kinds of file will do"
    )
    least: int = Field(1, ge=1, le=20, description="How many files are wanted, where any are")
    most: int = Field(5, ge=1, le=20, description="How many files there may be")
    max_mb: int = Field(10, ge=1, le=50, description="How large each may be, in megabytes")

    @property
    def max_bytes(self) -> int:
        return self.max_mb * 1_000_000

    def refused(self, size: int) -> str:
        """Which fault a file of so many bytes has that we do not take."""
        return "too_big" if size > self.max_bytes else "wrong_kind"

    def typed(self, value):
        return {self.name: value or []}

    def read(self, data) -> Typed:
        """Nothing is typed: the view keeps new files as documents and puts the whole list here."""
        return {self.name: []}

    def parse(self, typed: Typed, today):
        if len(typed[self.name]) > self.most:
            message = _("Choose {most} files at most") if self.most > 1 else _("Choose one file")
            raise self.invalid("too_big", message, most=self.most)
        if len(typed[self.name]) < self.least:
            raise self.invalid("too_small", _("Choose at least {least} files"), least=self.least)
        self._there(typed[self.name])
        return typed[self.name]

    def _there(self, files):
        """Each is kept still. Raises Infected, or Gone."""
        ids = [file["id"] for file in files if file["id"]]
        if found := documents.infected(ids):
            raise Infected(next(iter(found.values())), self.name)
        kept = documents.kept(ids)
        if gone := [file["name"] for file in files if file["id"] and file["id"] not in kept]:
            raise Gone(gone[0], self.name)

    def recheck(self, value, today):
        self.clean(self.typed(value), today)

    def default(self, fault):
        return super().default("missing")

    def display(self, value):
        return "\n".join(f"{file['name']} ({size(file['size'])})" for file in value or [])

    def logic(self, value):
        return value or None

    def samples(self):
        return [{self.name: [SAMPLE] * self.least}]

    def faults(self):
        if self.least > self.most:
            yield ("least",), "`least` is more than `most`, so no answer would do"


SAMPLE = {"id": None, "name": "example.pdf", "size": 0}  # walking a form puts a real small file in its place


def size(count: int) -> str:
    """12 KB, 3.4 MB."""
    return f"{max(1, round(count / 1000))} KB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"
