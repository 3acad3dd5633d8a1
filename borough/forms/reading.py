"""From what a browser sent to clean answers: pure but for the questions' own look-ups."""

import datetime

from .definition.form import CompiledPage
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


def pressed(page: CompiledPage, typed: dict, do: str) -> tuple[dict, dict] | None:
    """(what stands in the boxes, what is wrong there) after a button that belongs to one question. None for others."""
    for question in page.questions.values():
        after = question.pressed(do, typed)
        if after is not None:
            return after
    return None


def clean(
    page: CompiledPage, typed: dict, today: datetime.date, kept: dict, hidden: frozenset[int] = frozenset()
) -> tuple[dict, dict]:
    """(answers, errors). Every question of the page gets an answer, None where it is hidden or left empty.

    `hidden` has the positions of what was not shown. `kept` has earlier answers: a secret one is kept where its boxes
    come back empty, for it was never shown.
    """
    answers, errors = dict.fromkeys(page.names), {}

    def each(questions):
        for question in questions:
            try:
                if question.secret and kept.get(question.name) and not any(typed[f] for f in question.fields()):
                    value = kept[question.name]
                else:
                    value = question.clean(typed, today)
            except Invalid as wrong:
                errors.update(wrong.said)
                value = None
            answers[question.name] = value
            each(question.revealed(value))

    each(page.shown(hidden))
    return answers, errors
