"""Answers as a summary list, each with a link that changes it."""

from django.utils.translation import gettext as _
from markupsafe import Markup, escape

from .drawing.parts import govuk


def html(rows: list[dict], base: str) -> Markup:
    """`rows` as `answers.rows` gives them; `base` is the address that their paths begin from."""
    return govuk("summary-list", "govukSummaryList", {"rows": [_row(row, base) for row in rows]})


def _row(row, base):
    drawn = {"key": {"text": row["label"]}, "value": {"html": lines(row["text"]) or _("Not answered")}}
    if row["path"]:
        link = {"href": f"{base}{row['path']}?change", "text": _("Change"), "visuallyHiddenText": row["label"]}
        drawn["actions"] = {"items": [link]}
    return drawn


def lines(text: str) -> Markup:
    return Markup("<br>").join(escape(line) for line in text.split("\n"))
