"""Several rows of the same few questions: each child, each earlier address, each thing bought."""

import re
from functools import cached_property
from typing import Annotated, Literal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from pydantic import Field

from .base import Invalid, Question, Said, Typed, Words
from .choices import Select, YesNo
from .contact import Email, Phone
from .dates import Date
from .numbers import Money, Number
from .text import LongText, ShortText
from .times import MonthYear, Time
from .website import Website

Column = Annotated[
    ShortText | LongText | Number | Money | Date | MonthYear | Time | YesNo | Select | Email | Phone | Website,
    Field(discriminator="type"),
]


class Table(Question):
    """A few questions asked again for each row: each earlier job, each person in a household.

    Rows left empty are passed over. It suits two or three short questions a row; where each has more, give a page
    `repeat` instead.
    """

    type: Literal["table"] = "table"
    template = "table"
    steady = False
    logic_kind = "none"
    wanting = N_("Add {called}")
    ask = N_("Add an answer")
    row: Words = Field(N_("row"), min_length=1, max_length=40, description="What one row is called: “child”")
    columns: list[Column] = Field(
        min_length=1, max_length=20, description="What is asked in each row: questions as any"
    )
    least: int = Field(1, ge=1, le=50, description="How few rows will do")
    most: int = Field(10, ge=1, le=50, description="How many rows there may be")

    @cached_property
    def rows(self) -> list[list[Question]]:
        """Every question there could be, by row: each is a column under a name of its own."""
        return [
            [column.model_copy(update={"name": f"{self.name}-{at}-{column.name}"}) for column in self.columns]
            for at in range(self.most)
        ]

    @property
    def _count(self) -> str:
        """The field that holds how many rows are on the page."""
        return f"{self.name}-rows"

    def fields(self):
        return [*(field for row in self.rows for question in row for field in question.fields()), self._count]

    def typed(self, value):
        typed = dict.fromkeys(self.fields(), "")
        for row, kept in zip(self.rows, value or [], strict=False):
            for column, question in zip(self.columns, row, strict=True):
                typed |= question.typed(kept.get(column.name))
        return typed

    def shown(self, typed: Typed) -> int:
        """How many rows to draw."""
        asked = typed.get(self._count) or ""
        asked = int(asked) if re.fullmatch("[0-9]{1,2}", asked) else 0
        filled = max((at + 1 for at, row in enumerate(self.rows) if _filled(row, typed)), default=0)
        return min(max(asked, filled, self.least), self.most)

    def pressed(self, do: str, typed: Typed):
        shown, removed = self.shown(typed), re.fullmatch(f"remove {self.name} ([0-9]{{1,2}})", do)
        if do == f"add {self.name}":
            return typed | {self._count: str(min(shown + 1, self.most))}, {}
        if not removed:
            return None
        after = typed | dict.fromkeys(self.fields(), "") | {self._count: str(max(shown - 1, self.least))}
        kept = [row for at, row in enumerate(self.rows) if at != int(removed[1])]
        for row, before in zip(self.rows, kept, strict=False):
            for new, old in zip(row, before, strict=True):
                after |= {to: typed[field] for to, field in zip(new.fields(), old.fields(), strict=True)}
        return after, {}

    def clean(self, typed: Typed, today):
        rows, wrong, filled = [], {}, 0
        for at, row in enumerate(self.rows):
            if _filled(row, typed):
                filled += 1
                rows.append(self._row(at, row, typed, today, wrong))
        if wrong:
            field, message = next(iter(wrong.items()))
            raise Several("invalid", message, field, wrong)
        if not filled:
            return self.empty()
        if filled < self.least:
            first = next(row for row in self.rows if not _filled(row, typed))
            message = _("Add at least {least}: {row} {at}")
            parts = {"least": self.least, "row": self.row, "at": filled + 1}
            raise self.invalid("too_small", message, first[0].fields()[0], **parts)
        return rows

    def _row(self, at, row, typed, today, wrong):
        values = {}
        for column, question in zip(self.columns, row, strict=True):
            try:
                values[column.name] = question.clean(typed, today)
            except Invalid as fault:
                wrong[fault.field] = Said(f"{self.called_row(at)}: {fault.message}", fault.fault)
        return values

    def called_row(self, at: int) -> str:
        """Child 2."""
        return f"{self.row[0].upper()}{self.row[1:]} {at + 1}"

    def recheck(self, value, today):
        self.clean(self.typed(value), today)

    def display(self, value):
        return "\n".join(", ".join(said) for row in value or [] if (said := [*self._said(row)]))

    def _said(self, row):
        for column in self.columns:
            if said := column.display(row.get(column.name)):
                yield said

    def export(self, value):
        """A list of {column: value}."""
        columns = {column.name: column for column in self.columns}
        return value and [{name: columns[name].export(cell) for name, cell in row.items()} for row in value]

    def logic(self, value):
        return value or None

    def samples(self):
        rows = [[column.samples()[0] for column in self.columns]] * self.least
        return [
            {
                field: sample[old]
                for row, samples in zip(self.rows, rows, strict=False)
                for column, question, sample in zip(self.columns, row, samples, strict=True)
                for old, field in zip(column.fields(), question.fields(), strict=True)
            }
        ]

    def faults(self):
        if self.least > self.most:
            yield ("least",), "`least` is more than `most`, so no answer would do"
        if all(column.optional for column in self.columns):
            yield ("columns",), "one column at least must be answered in every row: take `optional` away from it"
        seen = set()
        for at, column in enumerate(self.columns):
            if column.name in seen:
                yield ("columns", at, "name"), f"two columns are called “{column.name}”: give each its own name"
            seen.add(column.name)
            for path, message in column.faults():
                yield ("columns", at, *path), message


class Several(Invalid):
    """More than one thing is wrong. `said` is field → message."""

    def __init__(self, fault, message, field, said):
        super().__init__(fault, message, field)
        self.said = said


def _filled(row, typed) -> bool:
    return any(typed.get(field) for question in row for field in question.fields())
