"""Questions as HTML, by GOV.UK's own macros.

`Typed` answers go in as text. Drawn with a `Marks` in their place, every answer leaves a mark where it would stand, and
`rendering` cuts the page there, once per version.
"""

from markupsafe import Markup

from ..questions.base import Question
from . import booking, choices, content, groups, inputs, maps, searching
from .parts import CLOSE, OPEN, Asked, Marks

__all__ = ["CLOSE", "OPEN", "Marks", "draw"]


def draw(question: Question, typed: dict, errors: dict, *, heading: bool = False, files=None) -> Markup:
    """One question. `errors` is field → message; `heading` makes its label the page's heading; `files` are those kept
    already, by question."""
    return _DRAW[question.template](Asked(question, typed, errors, heading, files or {}))


def _beneath(asked: Asked, question: Question) -> Markup:
    """A question within another: beneath an option, or in a row."""
    return draw(question, asked.typed, asked.errors, files=asked.files)


_DRAW = {
    "content": content.content,
    "summary": lambda asked: Markup(f"{OPEN}p{asked.question.mark}{CLOSE}"),  # noqa: S704  `rendering` puts it in
    "text": inputs.text,
    "long_text": inputs.long_text,
    "number": inputs.number,
    "money": inputs.money,
    "email": inputs.email,
    "phone": inputs.phone,
    "website": inputs.website,
    "yes_no": choices.yes_no,
    "radios": lambda asked: choices.radios(asked, _beneath),
    "checkboxes": lambda asked: choices.checkboxes(asked, _beneath),
    "select": choices.select,
    "autocomplete": searching.autocomplete,
    "declaration": choices.declaration,
    "date": groups.date,
    "time": inputs.time,
    "bank_account": groups.bank_account,
    "address": groups.address,
    "street": searching.search,
    "organisation": inputs.organisation,
    "grid_reference": inputs.grid_reference,
    "point": groups.point,
    "map_point": maps.map_point,
    "booking": booking.booking,
    "file": groups.file,
    "table": lambda asked: groups.table(asked, _beneath),
}
