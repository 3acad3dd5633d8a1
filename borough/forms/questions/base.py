"""What every kind of question knows how to do: one method per purpose.

An answer goes through three shapes. *Typed* is what came from the browser, a dict of field name to text. *Value* is the
clean answer as JSON, kept in the journey. *Logic* is the value as conditions compare it: bool, Decimal, date, str or
list.
"""

import datetime
import unicodedata
from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from pydantic import BaseModel, ConfigDict, Field

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,59}$", description="Lower-case letters, digits and _")]
# What residents read is marked SAID, and goes into the catalogues of other languages (see `languages.texts`). Beneath
# what is marked UNSAID nothing does: officers read it.
SAID, UNSAID = "said", "unsaid"
Words = Annotated[str, SAID]
Text = Annotated[Words, Field(min_length=1, max_length=20_000)]
Condition = Annotated[str, Field(min_length=1, description='Such as: for_whom is "other" and age >= 21')]
Typed = dict[str, str | list[str]]

FaultName = Literal[
    "missing",
    "invalid",
    "too_long",
    "too_short",
    "too_small",
    "too_big",
    "too_early",
    "too_late",
    "wrong_kind",
    "taken",
]


class Said(str):
    """A message to somebody whose answer was not taken, which still knows what kind of fault it is about."""

    fault: str

    def __new__(cls, message: str, fault: str):
        said = super().__new__(cls, message)
        said.fault = fault
        return said


class Invalid(Exception):
    """The answer cannot be taken. `fault` names which wording applies, `field` which input to put right."""

    def __init__(self, fault: str, message: str, field: str = ""):
        super().__init__(message)
        self.fault, self.message, self.field = fault, message, field
        self.said = {field: Said(message, fault)}


class Part(BaseModel):
    """A part of a definition: an unknown key is a fault."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, frozen=True)


class Question(Part):
    """What all questions share."""

    asks: ClassVar[bool] = True  # words between questions do not
    logic_kind: ClassVar[str] = "text"  # as conditions compare it: text number date yes_no choice list address none
    template: ClassVar[str] = ""  # which function of `drawing` draws it
    steady: ClassVar[bool] = True  # drawn once per version with holes for the answer; False = drawn on each request
    fresh: ClassVar[bool] = False  # drawn anew for everybody: others change what it shows
    script: ClassVar[str] = ""  # what its page loads besides, where it can be better with JavaScript
    secret: ClassVar[bool] = False  # sealed at rest, never shown whole
    wanting: ClassVar[str] = N_("Enter {called}")  # where nothing was answered; {Called} may stand in it too
    ask: ClassVar[str] = N_("Enter an answer")  # the same where the label is a question
    prefills: ClassVar[tuple] = ()  # what of an account it can be filled in with
    noun: ClassVar[str] = N_("Your answer")  # what it is called in a message where it has no name of its own

    name: Name = Field(description="What the answer is kept under. Conditions, messages and exports use it")
    label: Text = Field(description="What you ask. Alone on a page, it is the page's title")
    short: Words = Field("", description="What the answer is called in errors and summaries: “full name”")
    hint: Words = Field("", description="Help beneath the label, in grey: one or two short sentences")
    optional: bool = Field(
        False, description="Whether people may leave it empty. “(optional)” is then put after the label"
    )
    errors: dict[FaultName, Text] = Field(default_factory=dict, description="Your own wording for what can go wrong")
    prefill: Literal["", "name", "email", "phone", "address"] = Field(
        "", description="Filled in with this from the account of a resident who is signed in"
    )
    when: Condition | None = Field(None, description="Asked only if this holds, of answers given on earlier pages")

    # --- in the browser
    def fields(self) -> list[str]:
        """The names of its inputs."""
        return [self.name]

    def read(self, data) -> Typed:
        """What was typed, from a QueryDict."""
        return {field: tidy(data.get(field, "")) for field in self.fields()}

    def typed(self, value) -> Typed:
        """What would have been typed to give this value."""
        return {self.name: "" if value is None else str(value)}

    def pressed(self, do: str, typed: Typed) -> tuple[Typed, dict] | None:
        """(what stands in the boxes, what is wrong there) after the button `do`, where that is one of its own."""
        return None

    # --- the answer
    def clean(self, typed: Typed, today: datetime.date):
        """The value, or None when nothing was answered and nothing need be. Raises Invalid."""
        if not any(typed.get(field) for field in self.fields()):
            return self.empty()
        return self.parse(typed, today)

    def empty(self):
        if self.optional:
            return
        raise self.invalid("missing")

    def parse(self, typed: Typed, today: datetime.date):
        """The value of something that was typed. Each kind of question has its own. Raises Invalid."""
        raise NotImplementedError

    def invalid(self, fault: str, message: str = "", field: str = "", **parts) -> Invalid:
        """The fault in the definition's own words, else in ours: {who} in `message` is the answer's name."""
        ours = message.format(who=self.Called or _(self.noun), **parts) if message else self.default(fault)
        return Invalid(fault, self.errors.get(fault) or ours, field or self.fields()[0])

    def default(self, fault: str) -> str:
        """Our own words. `missing` asks for the answer; the rest say what is wrong with it."""
        if fault == "missing":
            return _(self.wanting).format(called=self.called, Called=self.Called) if self.called else _(self.ask)
        if self.called:
            return _("{who} is not right: check it").format(who=self.Called)
        return _("Check your answer: {label}").format(label=self.label)

    @property
    def called(self) -> str:
        """The answer's name in the middle of a sentence: “your full name”. Empty where the label is a question."""
        if self.short:
            return self.short
        if self.label.endswith(("?", ".", ":")) or len(self.label) > 60:
            return ""
        return self.label if self.label[:2].isupper() else self.label[0].lower() + self.label[1:]

    @property
    def Called(self) -> str:
        return self.called[:1].upper() + self.called[1:]

    def recheck(self, value, today: datetime.date) -> None:
        """Before sending: whether an answer given earlier still holds. Raises Invalid."""
        if value is None:
            self.empty()
        elif self.steady and not self.secret:
            self.clean(self.typed(value), today)

    # --- what the answer is for
    def display(self, value) -> str:
        """For people, on check answers, in messages and in the case. Lines are parted by \\n."""
        return "" if value is None else str(value)

    def html(self, value):
        """The same with its formatting, as Markup; None where `display` says all there is."""
        return

    def link(self, value) -> str:
        """Where officers can see more of it; "" where there is nothing to see."""
        return ""

    def logic(self, value):
        """For conditions."""
        return value

    def export(self, value):
        """For a back office, as JSON: what is kept, unless a machine needs it otherwise; None where not answered."""
        return value

    def samples(self) -> list[Typed]:
        """Some valid things to type, for walking a form by itself. The first is the plainest."""
        raise NotImplementedError

    # --- in the definition
    def children(self) -> Iterator["Question"]:
        """Questions revealed beneath its options."""
        return iter(())

    def revealed(self, value) -> list["Question"]:
        """Those of them that this answer reveals."""
        return []

    def faults(self) -> Iterator[tuple[tuple, str]]:
        """(path, message) of what is wrong with it beyond its shape."""
        return iter(())


def asking(items) -> list[Question]:
    """The questions among what stands on a page."""
    return [item for item in items if item.asks]


# Control and format marks (right-to-left overrides among them), surrogates, private use, unassigned
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
KEPT_MARKS = {"\u200d", "\u200c", "\ufe0f", "\n", "\t"}  # join emoji and letters: people type these


def tidy(text) -> str:
    """What was typed without NULs and invisible marks, in one Unicode form, lines parted by \\n, no outer spaces."""
    if not isinstance(text, str):
        return ""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(c for c in text if c in KEPT_MARKS or unicodedata.category(c) not in UNSEEN).strip()
