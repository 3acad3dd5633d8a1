"""Answers as a summary list, each with a link that changes it."""

from functools import cache

from django.utils.translation import gettext as _
from markupsafe import Markup, escape

from borough.design.languages import spoken

from .cutting import Cut, part
from .drawing.parts import govuk

ROW = '<div class="govuk-summary-list__row'


def html(rows: list[dict], base: str) -> Markup:
    """`rows` as `answers.rows` gives them; `base` is the address that their paths begin from."""
    linked = any(row["path"] for row in rows)
    before, after, plain, link, nothing = _drawn(spoken(), linked)
    out = [before]
    for row in rows:
        own = {"label": escape(row["label"]), "text": row.get("html") or lines(row["text"]) or nothing}
        own["href"] = escape(f"{base}{row['path']}?change")
        out.append((link if row["path"] else plain).fill({}, own, None))
    return Markup("".join([*out, after]))  # noqa: S704  every part was escaped above


def lines(text: str) -> Markup:
    return Markup("<br>").join(escape(line) for line in text.split("\n"))


@cache
def _drawn(language: str, linked: bool) -> tuple[str, str, Cut, Cut, str]:
    """What GOV.UK's macro makes of two rows in this language, cut: (before, after, a row, one with a link, no answer).

    `linked` says whether any row of the list has a link: one without is then as wide.
    """
    plain = {"key": {"text": part("label")}, "value": {"html": part("text")}}
    change = {"href": part("href"), "text": _("Change"), "visuallyHiddenText": part("label")}
    rows = [plain, plain | {"actions": {"items": [change]} if linked else {}}]
    before, first, second = str(govuk("summary-list", "govukSummaryList", {"rows": rows})).split(ROW)
    second, end, after = second.rpartition("</dl>")
    return before, end + after, Cut(ROW + first), Cut(ROW + second), _("Not answered")
