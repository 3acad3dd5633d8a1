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

    value: Value = Field("", description="What is kept when it is chosen. Nobody who answers sees it")
    label: Words = Field("", max_length=300, description="What people read")
    hint: Words = Field("", description="Help beneath it, in grey")
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
    options: list[Option] = Field(min_length=1, max_length=MOST_OPTIONS, description="What there is to choose from")

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
    """One answer out of a few that everybody can see at once: the plainest way to choose.

    For yes or no use `yes_no`; where several answers may hold, `checkboxes`; for more than about twelve, `select` or
    `autocomplete`. An option may reveal further questions beneath it.
    """

    type: Literal["radios"] = "radios"
    template = "radios"
    inline: bool = Field(False, description="Side by side, where there are two short options")


class Select(Choice):
    """One answer out of a list that drops down.

    Many people find such lists hard to use. Up to about twelve options are better as `radios`, and more than a
    screenful as `autocomplete`.
    """

    type: Literal["select"] = "select"
    template = "select"


class Checkboxes(Choice):
    """As many answers as hold, each with a box to tick.

    Where “none of these” is an answer, make it an option with `exclusive: true`, so that people need not wonder whether
    they may leave all boxes empty. An option may reveal further questions beneath it.
    """

    type: Literal["checkboxes"] = "checkboxes"
    template = "checkboxes"
    logic_kind = "list"
    most: int | None = Field(None, ge=1, description="How many may be ticked")

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
    """Yes or no.

    Ask so that it is plain what each means: “Do you have a garden?”, never “Do you not have a garden?”
    """

    type: Literal["yes_no"] = "yes_no"
    template = "yes_no"
    logic_kind = "yes_no"
    yes: Text = Field(N_("Yes"), description="Other words for yes")
    no: Text = Field(N_("No"), description="Other words for no")

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
    """Words to read and one box to tick. The label stands beside the box, so write what people say by ticking it.

    Without the tick they cannot go on, so ask nothing here that somebody may fairly refuse: that is a `yes_no`.
    """

    type: Literal["declaration"] = "declaration"
    template = "declaration"
    logic_kind = "yes_no"
    text: Words = Field("", description="What is declared, above the box. Markdown")

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
