"""Choosing: yes or no, one of several, several of several, a list, and a declaration to tick."""

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Literal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from pydantic import Field, model_validator

from .base import Part, Question, Text, Typed, Words, asking, tidy

if TYPE_CHECKING:
    from . import Item

Value = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.+-]{0,79}$")]
MOST_OPTIONS = 2_000


class Option(Part):
    """One thing to choose, or `{divider: or}` between them."""

    value: Value = ""
    label: Words = Field("", max_length=300)
    hint: Words = ""
    exclusive: bool = Field(False, description="Checkboxes: choosing this unchooses the rest (“None of these”)")
    divider: Words = Field("", description="A word between options, such as “or”")
    reveal: "list[Item]" = Field(default_factory=list, description="Questions beneath this option, once chosen")

    @model_validator(mode="after")
    def whole(self):
        if bool(self.divider) == bool(self.value):
            raise ValueError("an option has either a `value` and a `label`, or only a `divider`")
        if self.value and not self.label:
            raise ValueError(f"option “{self.value}” needs a `label`")
        return self


class Choice(Question):
    """What radios, checkboxes and select share."""

    wanting = N_("Choose {called}")
    ask = N_("Choose an answer")
    logic_kind = "choice"
    options: list[Option] = Field(min_length=1, max_length=MOST_OPTIONS)

    @cached_property
    def choices(self) -> dict[str, Option]:
        return {option.value: option for option in self.options if option.value}

    def children(self):
        for option in self.options:
            yield from asking(option.reveal)

    def revealed(self, value) -> list[Question]:
        """The questions beneath what was chosen."""
        chosen = value if isinstance(value, list) else [value]
        options = [option for option in self.options if option.value and option.value in chosen]
        return [question for option in options for question in asking(option.reveal)]

    def parse(self, typed: Typed, today):
        if typed[self.name] not in self.choices:
            raise self.invalid("invalid", _("Choose one of the answers listed"))
        return typed[self.name]

    def display(self, value):
        option = self.choices.get(value)
        return option.label if option else ""

    def samples(self):
        return [{self.name: value} for value in self.choices]

    def faults(self):
        seen = {}
        for at, option in enumerate(self.options):
            if option.value and option.value in seen:
                yield ("options", at, "value"), f"option “{option.value}” is given twice"
            seen[option.value] = True
            if option.exclusive and self.template != "checkboxes":
                yield ("options", at, "exclusive"), "`exclusive` is for checkboxes only"
            if option.reveal and self.template == "select":
                yield ("options", at, "reveal"), "a select cannot reveal questions: use radios"


class Radios(Choice):
    type: Literal["radios"] = "radios"
    template = "radios"
    inline: bool = False


class Select(Choice):
    type: Literal["select"] = "select"
    template = "select"


class Checkboxes(Choice):
    type: Literal["checkboxes"] = "checkboxes"
    template = "checkboxes"
    logic_kind = "list"
    most: int | None = Field(None, ge=1)

    def read(self, data) -> Typed:
        chosen = data.getlist(self.name) if hasattr(data, "getlist") else data.get(self.name, [])
        return {self.name: [tidy(value) for value in chosen if value]}

    def typed(self, value):
        return {self.name: list(value or [])}

    def parse(self, typed: Typed, today):
        chosen = list(dict.fromkeys(typed[self.name]))
        if any(value not in self.choices for value in chosen):
            raise self.invalid("invalid", _("Choose from the answers listed"))
        alone = [value for value in chosen if self.choices[value].exclusive]
        if alone and len(chosen) > 1:
            message = _("Choose either “{alone}” or the others, not both")
            raise self.invalid("invalid", message, alone=self.choices[alone[0]].label)
        if self.most and len(chosen) > self.most:
            raise self.invalid("too_big", _("Choose {most} at most"), most=self.most)
        return chosen

    def display(self, value):
        return "\n".join(self.choices[v].label for v in value or [] if v in self.choices)

    def samples(self):
        return [{self.name: [value]} for value in self.choices]


class YesNo(Question):
    type: Literal["yes_no"] = "yes_no"
    template = "yes_no"
    logic_kind = "yes_no"
    yes: Text = N_("Yes")
    no: Text = N_("No")

    def default(self, fault):
        return _("Choose yes or no")

    def parse(self, typed: Typed, today):
        if typed[self.name] not in ("yes", "no"):
            raise self.invalid("invalid", _("Choose yes or no"))
        return typed[self.name]

    def logic(self, value):
        return None if value is None else value == "yes"

    def display(self, value):
        return {"yes": self.yes, "no": self.no}.get(value, "")

    def samples(self):
        return [{self.name: "yes"}, {self.name: "no"}]


class Declaration(Question):
    """Words to read and one box to tick. Its label is what is ticked."""

    type: Literal["declaration"] = "declaration"
    template = "declaration"
    logic_kind = "yes_no"
    text: Words = Field("", description="Markdown above the box")

    def default(self, fault):
        return _("Tick the box to say that this is so")

    def typed(self, value):
        return {self.name: "yes" if value else ""}

    def parse(self, typed: Typed, today):
        if typed[self.name] != "yes":
            raise self.invalid("missing")
        return True

    def logic(self, value):
        return True if value else None

    def display(self, value):
        return _("Agreed") if value else _("Not agreed")

    def samples(self):
        return [{self.name: "yes"}]
