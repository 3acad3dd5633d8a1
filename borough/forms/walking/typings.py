"""What to type on a page so that every condition somewhere is met both ways. Pure: no pages are asked for here."""

import datetime
import itertools
from collections.abc import Iterator
from decimal import Decimal

from ..definition import conditions, formulas
from ..definition.form import Form
from ..questions.base import Invalid, Question

MOST_CHOICES = 96  # combinations tried on one page


def interest(form: Form, today) -> dict[str, list]:
    """For each question a condition asks about, the values it is compared with, as conditions compare them."""
    found: dict[str, list] = {}
    written = [text for page in form.every for text in page.conditions]
    written += [section.when for section in form.service.sections if section.when]
    for test in (test for text in written for test in conditions.tests(conditions.parse(text))):
        literals = [value.now(today) for value in test.values if isinstance(value, conditions.Literal)]
        others = [value.name for value in test.values if isinstance(value, conditions.Other)]
        for name in (test.name, *others):
            for question in behind(form, name):
                found.setdefault(question, []).extend(literals)
    for group in form.groups.values():
        if group.times:
            found.setdefault(group.times, []).extend(
                Decimal(n) for n in {group.least, min(group.least + 2, group.most)}
            )
    return found


def behind(form, name) -> set[str]:
    """The questions that a value calculated from them depends on; of a question, itself."""
    value = form.values.get(name)
    if value is None:
        return {name}
    trees = [form.values[one].tree for one in value.needs]
    parts = {part for tree in trees for pair in formulas.groups(tree) for part in pair if part}
    return {one for tree in trees for one in formulas.names(tree)}.difference(value.needs) | parts


def _typings(question: Question, interest: dict, today) -> list[dict]:
    """Ways to answer one question: one where nothing depends on it, else enough to take each branch."""
    samples = question.samples()
    if question.name not in interest:
        return samples[:1]
    if getattr(question, "choices", None) is not None or question.logic_kind == "yes_no":
        if question.template == "checkboxes":
            samples += _together(question, {str(value) for value in interest[question.name]})
        asked = {str(value) for value in interest[question.name]}  # first, for only the first few are tried
        samples = sorted(samples, key=lambda typed: not asked.intersection(_values(typed[question.name])))
        return samples + _unanswered(question)
    typings = list(samples)
    for value in interest[question.name]:
        typings += _near(question, value)
    return _valid(question, typings, today) + _unanswered(question)


def _together(question, asked: set[str]) -> list[dict]:
    """Several boxes at once: any two that conditions ask about, all, and all but one of those."""
    free = [option.value for option in question.options if option.value and not option.exclusive]
    both = [list(pair) for pair in itertools.combinations([value for value in free if value in asked], 2)]
    less = [[value for value in free if value != one] for one in free if one in asked]
    most = question.most or len(free)
    return [{question.name: values} for values in [*both, free, *less] if 0 < len(values) <= most]


def _values(typed) -> list[str]:
    return typed if isinstance(typed, list) else [typed]


def _near(question, value):
    if isinstance(value, datetime.date):
        step = datetime.timedelta(days=getattr(question, "days", 1))
        return [question.typed(day.isoformat()) for day in (value - step, value, value + step)]
    if isinstance(value, Decimal):
        step = Decimal(1).scaleb(-getattr(question, "decimals", 2))
        return [{question.name: str(value + d)} for d in (-step, Decimal(0), step)]
    return [{question.name: str(value)}]


def _valid(question, typings, today):
    kept = []
    for typed in typings:
        try:
            question.clean(typed, today)
        except Invalid:
            continue
        if typed not in kept:
            kept.append(typed)
    return kept


def _unanswered(question):
    return [dict.fromkeys(question.fields(), "")] if question.optional else []


def combinations(questions, interest, today):
    """What to type on one page, whole: each choice of what branches depend on, plain answers for the rest."""

    def each(questions):
        options = [[(question, typed) for typed in _typings(question, interest, today)] for question in questions]
        for choice in itertools.islice(_choices(options), MOST_CHOICES):
            typed = {}
            for _, fields in choice:
                typed |= fields
            beneath = [q for question, _ in choice for q in _revealed(question, typed)]
            if beneath:
                for more in each(beneath):
                    yield typed | more
            else:
                yield typed

    yield from itertools.islice(each(questions), MOST_CHOICES)


def _choices(options: list[list]) -> Iterator[tuple]:
    """One thing for each question, in every way, each once: first all alike, and all alike but one."""
    seen = set()
    for places in itertools.chain(_alike(options), itertools.product(*(range(len(some)) for some in options))):
        if all(options) and places not in seen:
            seen.add(places)
            yield tuple(some[place] for some, place in zip(options, places, strict=True))


def _alike(options: list[list]) -> Iterator[tuple[int, ...]]:
    """All first and all last, each followed by those that differ in one."""
    for alike in (tuple(0 for _ in options), tuple(len(some) - 1 for some in options)):
        yield alike
        for at, some in enumerate(options):
            yield from ((*alike[:at], other, *alike[at + 1 :]) for other in range(len(some)))


def _revealed(question, typed):
    return question.revealed(typed.get(question.name))
