"""Short and long text."""

from typing import Literal

from django.utils.translation import gettext as _
from pydantic import Field

from .. import markdown
from . import patterns
from .base import Question, Typed, Words

LONGEST = 20_000


class ShortText(Question):
    """One line of words: a name, a job, a reference number.

    For more than a line use `long_text`. Numbers, dates, e-mail addresses and the like have types of their own, which
    check what is typed and bring up the right keys on a phone.
    """

    type: Literal["text"] = "text"
    template = "text"
    prefills = ("name",)
    max_length: int = Field(200, ge=1, le=5_000, description="The most characters it may have")
    min_length: int = Field(0, ge=0, le=5_000, description="The fewest characters it may have")
    pattern: str = Field(
        "", max_length=patterns.LONGEST, description="A regular expression the whole answer must match"
    )
    prefix: Words = Field("", description="Shown before the box, and not part of the answer")
    suffix: Words = Field("", description="Shown after the box, and not part of the answer")
    width: Literal["", "2", "3", "4", "5", "10", "20", "30"] = Field(
        "", description="How many characters the box has room for, so that its size says what belongs in it"
    )
    autocomplete: str = Field(
        "", description="What a browser may fill in by itself: “name”, “given-name”, “organization-title”"
    )
    example: str = Field("", description="A valid answer, where `pattern` makes one hard to guess")

    def parse(self, typed: Typed, today):
        text = " ".join(typed[self.name].split())
        length(self, text)
        if self.pattern and not patterns.matches(self.pattern, text):
            raise self.invalid("invalid")
        return text

    @property
    def longest(self) -> int:
        return self.max_length

    def samples(self):
        if self.example:
            return [{self.name: self.example}]
        length = max(self.min_length, min(self.max_length, 11))
        return [{self.name: ("Sam Example " * (length // 12 + 1))[:length].rstrip().ljust(length, "e")}]

    def faults(self):
        if self.min_length > self.max_length:
            yield ("min_length",), "`min_length` is more than `max_length`, so no answer would do"
        if not self.pattern:
            return
        slow = False
        for fault in patterns.faults(self.pattern):
            slow = True
            yield ("pattern",), f"`pattern` {fault}"
        if slow:
            return
        if not self.example:
            yield ("pattern",), "`pattern` needs an `example`, a valid answer, so that the form can be tried by itself"
        elif not patterns.matches(self.pattern, self.example):
            yield ("example",), "`example` does not match `pattern`"


class LongText(Question):
    """Several lines of words, for people to tell their story. Beneath the box they see how much room is left.

    Say in the hint what you want to know and how much: an empty box with room for 2,000 characters worries people.
    """

    type: Literal["long_text"] = "long_text"
    template = "long_text"
    max_length: int = Field(
        2_000, ge=1, le=LONGEST, description="The most characters. Not counted where you give `max_words` alone"
    )
    max_words: int | None = Field(
        None, ge=1, le=3_000, description="The most words; what is left is then told in words"
    )
    min_length: int = Field(0, ge=0, le=20_000, description="The fewest characters it may have")
    rows: int = Field(
        5, ge=2, le=20, description="How many lines high the box is. It takes longer answers all the same"
    )
    rich: bool = Field(False, description="Lists and bold words may be written, and are shown as such")

    def parse(self, typed: Typed, today):
        text = typed[self.name]
        length(self, text)
        if self.max_words and (count := len(text.split())) > self.max_words:
            message = _("{who} must be {most} words or fewer; it is {count}")
            raise self.invalid("too_long", message, most=f"{self.max_words:,}", count=f"{count:,}")
        return text

    def html(self, value):
        return markdown.answer(value) if self.rich and value else None

    @property
    def longest(self) -> int:
        """In letters."""
        return LONGEST if self.max_words and "max_length" not in self.model_fields_set else self.max_length

    def samples(self):
        words = ("It would help me to keep in touch with my family. " * 400).split()
        text = " ".join(words[: self.max_words])
        return [{self.name: text[: max(self.min_length, min(self.longest, 49))].strip().ljust(self.min_length, ".")}]


def length(question, text: str) -> None:
    """Raises Invalid where `text` is longer or shorter than the question takes."""
    if len(text) > question.longest:
        message = _("{who} must be {most} characters or fewer; it is {count}")
        raise question.invalid("too_long", message, most=f"{question.longest:,}", count=f"{len(text):,}")
    if len(text) < question.min_length:
        raise question.invalid(
            "too_short", _("{who} must be {least} characters or more"), least=f"{question.min_length:,}"
        )
