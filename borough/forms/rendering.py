"""A page drawn once per version, with holes for what differs from one person to the next.

GOV.UK's macros cost milliseconds; filling holes costs microseconds. Pages with an error, an address, files or times to
book are drawn whole each time.
"""

import re
from html import escape

from django.template import engines

from borough.foundations.authority.context import authority

from .cutting import Cut, part
from .definition.form import CompiledPage, Form
from .drawing import CLOSE, OPEN, Marks, draw
from .markdown import html as markdown

GUARDED = "(\ue002("
ANSWER = re.compile(r"\(\(([a-z][a-z0-9_]*)\)\)")


OWN_PARTS = ("language", "csrf", "back", "helping", "action", "save", "list", "caption", "opinion")


def cut(form: Form, page: CompiledPage, hidden: frozenset[int]) -> Cut:
    """The page's steady HTML without what is hidden, kept with the page. Boxes of what is not steady are empty."""
    kept = page.drawn.get(hidden)
    if kept is None:
        own = {name: part(name) for name in OWN_PARTS}
        marks = Marks(dict.fromkeys(page.unsteady, ""))
        html = _html(form, page, hidden, marks, {}, own, lambda name: f"{OPEN}a{name}{CLOSE}")
        kept = page.drawn[hidden] = Cut(html)
    return kept


def page(
    form: Form, page: CompiledPage, typed: dict, errors: dict, own: dict, said, hidden: frozenset[int], files=None
) -> str:
    """A page for one person. `own` has the OWN_PARTS as HTML; `files` those kept already, by question."""
    if not errors and not files and not page.fresh and not any(typed.get(field) for field in page.unsteady):
        return cut(form, page, hidden).fill(typed, own, said)
    html = _html(form, page, hidden, typed, errors, own, said, files)
    for summary in page.summaries:
        html = html.replace(part(summary.mark), own[summary.mark])
    return html


def framed(form: Form, template: str, own: dict, shown: dict, *, each: tuple) -> str:
    """A page of the form that asks no questions: its frame drawn once per version, and for `each` way it may look.

    `own` has one person's own parts as HTML, `shown` what decides how the frame looks.
    """
    kept = form.frames.get((template, each))
    if kept is None:
        marks = {name: part(name) for name in own}
        kept = form.frames[template, each] = Cut(whole(form, template, marks, shown))
    return kept.fill({}, own, None)


def whole(form: Form, template: str, own: dict, shown: dict) -> str:
    """The same, drawn for this one person."""
    context = authority(None) | {"form": form, "errors": {}, "own": own} | shown
    return engines["jinja2"].env.get_template(template).render(context)


def _html(form, page, hidden, typed, errors, own, said, files=None) -> str:
    if not isinstance(typed, Marks):
        typed = {field: _guard(value) for field, value in typed.items()}
    questions = [item for at, item in enumerate(page.items) if at not in hidden]
    alone = len(questions) == 1 and not page.page.title and questions[0].template not in ("declaration", "summary")
    drawn = [draw(q, typed, errors, heading=alone and not page.page.text, files=files) for q in questions]
    html = (
        engines["jinja2"]
        .env.get_template("forms/page.html")
        .render(
            authority(None)
            | {
                "form": form,
                "page": page,
                "drawn": drawn,
                "errors": errors,
                "own": own,
                "heading_drawn": alone and not page.page.text,
                "text": markdown(page.page.text),
                "caption": form.section_titles.get(page.section) or form.title,
            }
        )
    )
    html = ANSWER.sub(lambda match: escape(said(match[1])) if match[1] in form.named else match[0], html)
    return html.replace(GUARDED, "((")


def _guard(value):
    """What was typed may hold ((name)) too, and that is not ours to fill."""
    return value.replace("((", GUARDED) if isinstance(value, str) else value
