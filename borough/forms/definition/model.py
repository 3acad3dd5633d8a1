"""The shape of service.yaml that every room shares. Casework and others add their own keys: see `sections`."""

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from ..questions import Item
from ..questions.base import Condition, Name, Part, Question, Text, Words, asking
from .closing import When

Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,59}$", description="Lower-case letters, digits and -")]
Formula = Annotated[str, Field(min_length=1, max_length=2_000, description="Such as: price * 2 + sum(items.cost)")]
MOST_QUESTIONS = 600  # on one page
RESERVED = {
    "check-answers", "tasks", "send", "sent", "save", "resume", "start-again", "renew", "remove", "opinion", "copy"
}  # fmt: skip


def _duration(text):
    if not isinstance(text, str) or not re.fullmatch(r"\d{1,4} (day|week|month|year)s?", text):
        raise ValueError("write a length of time as `30 days`, `6 months` or `2 years`")
    return text


Duration = Annotated[str, BeforeValidator(_duration)]


class Contact(Part):
    """Whom to ask instead."""

    phone: str = ""
    hours: Words = ""
    email: str = ""


class Privacy(Part):
    """The privacy notice: what UK GDPR article 13 asks for. Markdown."""

    purpose: Text
    basis: Text
    shared: Text
    kept: Text


class Retention(Part):
    """How long things are kept. See docs/decisions/0011-retention.md."""

    closed: Duration = Field("2 years", description="A case and what was sent, from the day the case is closed")
    sent: Duration = Field("90 days", description="The way back to the reference, from the day of sending")
    unfinished: Duration = Field("30 days", description="A form not sent, from its last change")
    failed: Duration | None = Field(None, description="One that ended before it could be sent; else as `unfinished`")


class Closed(Part):
    """What people read while the service is closed (Markdown), and how long those who began in time may take."""

    before: Words = Field("", description="Why it is not open yet, and what to do until then")
    reason: Words = Field("", description="Why it has closed, and what to do instead")
    finish: Duration = Field("7 days", description="After closing, for those who had begun. `0 days` for none")


class Applicant(Part):
    """Which answers say who this is. Each names a question; a form that names none is sent without saying who."""

    name: Name | None = None
    email: Name | None = None
    phone: Name | None = None
    address: Name | None = None
    channel: Name | None = None
    format: Name | None = None
    language: Name | None = None


class Next(Part):
    """Where to go from a page: the first whose condition holds, or that has none."""

    go: Slug
    when: Condition | None = None


class Section(Part):
    """A part of the form: a caption on its pages, a heading on check answers, a task in a task list."""

    name: Slug
    title: Text
    when: Condition | None = Field(None, description="In a task list: needed only if this holds, of earlier sections")
    after: list[Slug] = Field(default_factory=list, description="In a task list: sections to be completed before it")


class Repeat(Part):
    """A group of pages gone through once for each child, address or bill. Its page is the list of what was entered."""

    name: Name | None = Field(None, description="What its answers are kept under; the page's own name unless given")
    row: Words = Field(min_length=1, max_length=60, description="What one is called: “child”")
    more: Words = Field("", max_length=300, description="What is asked below the list: “Do you have another child?”")
    least: int = Field(1, ge=0, le=50)
    most: int = Field(10, ge=1, le=50)
    times: Name | None = Field(None, description="A number question asked before: it says how many there are")
    pages: "list[Page]" = Field(min_length=1, max_length=100)


class Calculated(Part):
    """A value worked out from answers. What was not answered counts as 0; dividing by 0 gives no value."""

    name: Name
    label: Text
    value: Formula
    kind: Literal["money", "number"] = "number"
    decimals: int = Field(0, ge=0, le=6, description="Of a number; money has 2")
    shown: bool = Field(True, description="Whether check answers and the case show it")


class Page(Part):
    """One screen. Usually one question; its label is then the title."""

    name: Slug
    title: Words = Field("", max_length=300)
    text: Words = Field("", description="Markdown above the questions")
    questions: list[Item] = Field(default_factory=list, max_length=MOST_QUESTIONS)
    when: Condition | None = Field(None, description="The page is passed over unless this holds, of earlier answers")
    section: Slug | None = None
    repeat: Repeat | None = None
    next: list[Next] = Field(default_factory=list)
    end: bool = Field(False, description="The journey stops here, and nothing is sent")

    @property
    def asking(self) -> list[Question]:
        """Its questions without the words between them."""
        return asking(self.questions)

    @property
    def group(self) -> str:
        """What the answers of its repeated pages are kept under. Empty for an ordinary page."""
        return (self.repeat.name or self.name.replace("-", "_")) if self.repeat else ""

    @property
    def heading(self) -> str:
        return self.title or (self.asking[0].label if self.asking else self.name)


class Message(Part):
    """What is sent. ((reference)), ((name)) and ((any_question)) are filled in."""

    subject: Text
    body: Text
    text: Words = Field("", max_length=918, description="For text messages; the body is too long for a phone")


class Service(Part):
    """A service, defined once."""

    title: Annotated[Words, Field(min_length=3, max_length=120)]
    summary: Annotated[Words, Field(min_length=3, max_length=300)]
    area: Literal["communities", "place", "council"]
    stage: Literal["discovery", "alpha", "beta", "live", "retired"] = Field(
        "live", description="How far it has come, as the public page of our services says"
    )
    team: Slug
    languages: list[Literal["en", "cy"]] = Field(
        default=[], description="Languages promised whole: what is missing or stale in one is then a fault"
    )
    reference: Annotated[
        str, Field(pattern=r"^[A-Z]{2,4}$", description="2 to 4 capital letters that begin references")
    ]
    who: list[Literal["resident", "partner", "officer"]] = Field(default=["resident", "officer"], min_length=1)
    minutes: int = Field(5, ge=1, le=240)
    before: Words = Field("", description="Markdown on the start page")
    contact: Contact = Contact()
    privacy: Privacy
    retention: Retention = Retention()
    opens: When = ""
    closes: When = ""
    closed: Closed = Closed()
    person: Applicant = Applicant()
    sections: list[Section] = Field(default_factory=list, max_length=60)
    task_list: bool = Field(False, description="Sections may be done in any order, each with a status")
    pages: list[Page] = Field(min_length=1, max_length=400)
    calculated: list[Calculated] = Field(default_factory=list, max_length=100)
    messages: dict[Name, Message] = Field(default_factory=dict)
