"""From what a browser sent to clean answers: pure but for the questions' own look-ups."""

import datetime

from .definition.form import CompiledPage
from .questions.address import Choose
from .questions.base import Invalid


def read(page: CompiledPage, data) -> dict:
    """What was typed on this page: field → text (or list)."""
    typed = {}
    for question in page.questions.values():
        typed |= question.read(data)
    return typed


def typed_of(page: CompiledPage, answers: dict) -> dict:
    """What would have been typed to give these answers, to show a page again."""
    typed = {}
    for question in page.questions.values():
        typed |= question.typed(answers.get(question.name))
    return typed


def recheck(page: CompiledPage, answers: dict, today: datetime.date, hidden: frozenset[int]) -> dict:
    """What no longer holds of a page's earlier answers: field → message."""
    errors = {}
    for question in page.asked(answers, hidden):
        try:
            question.recheck(answers.get(question.name), today)
        except Invalid as wrong:
            errors.update(wrong.said)
    return errors


def clean(
    page: CompiledPage, typed: dict, today: datetime.date, kept: dict, hidden: frozenset[int] = frozenset()
) -> tuple[dict, dict, Choose | None]:
    """(answers, errors, choose). Every question of the page gets an answer, None where it is hidden or left empty.

    `hidden` has the positions of what was not shown. `kept` has earlier answers: a secret one is kept where its boxes
    come back empty, for it was never shown. `choose` is set when a postcode was looked up and the person has now to
    choose.
    """
    answers, errors, choose = dict.fromkeys(page.names), {}, None

    def each(questions):
        nonlocal choose
        for question in questions:
            try:
                if question.secret and kept.get(question.name) and not any(typed[f] for f in question.fields()):
                    value = kept[question.name]
                else:
                    value = question.clean(typed, today)
            except Choose as choice:
                choose, value = choice, None
            except Invalid as wrong:
                errors.update(wrong.said)
                value = None
            answers[question.name] = value
            each(question.revealed(value))

    each(page.shown(hidden))
    return answers, errors, choose
