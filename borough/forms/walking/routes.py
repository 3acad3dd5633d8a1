"""Choosing what to answer so that every branch of a form is taken. Pure: no pages are asked for here."""

import datetime
import itertools
from dataclasses import dataclass
from decimal import Decimal

from ..definition import conditions
from ..definition.form import CHECK_ANSWERS, Form
from ..questions.base import Invalid, Question
from ..reading import clean

MOST_CHOICES = 48  # combinations tried on one page
MOST_STEPS = 60_000


@dataclass(frozen=True)
class Walk:
    """One way through: (page name, what to type) in order, and whether it ends in sending."""

    steps: tuple
    sends: bool

    @property
    def edges(self) -> set[tuple[str, str]]:
        names = [name for name, _ in self.steps] + ([CHECK_ANSWERS] if self.sends else [])
        return set(itertools.pairwise(names)) or {("", names[0])}


def plan(form: Form, today: datetime.date) -> tuple[list[Walk], set[tuple[str, str]]]:
    """Few walks that together take every way out of every page; and the ways that no answers we could think of take."""
    interest = _interest(form, today)
    wanted = {(page.name, go) for page in form.pages.values() if not page.end for go in _ways(page)}
    found: dict[tuple[str, str], Walk] = {}
    for walk in _explore(form, interest, today, wanted):
        for edge in walk.edges:
            found.setdefault(edge, walk)
        if wanted <= found.keys():
            break
    chosen, covered = [], set()
    for walk in sorted(set(found.values()), key=lambda walk: (-len(walk.edges), walk.steps)) if found else []:
        if walk.edges - covered:
            chosen.append(walk)
            covered |= walk.edges
    return chosen, wanted - covered


def _ways(page) -> set[str]:
    ways = {go for _, go in page.branches}
    return ways if any(holds is None for holds, _ in page.branches) else ways | {page.follows}


def _interest(form: Form, today) -> dict[str, list]:
    """For each question a condition asks about, the values it is compared with, as conditions compare them."""
    found: dict[str, list] = {}
    for page in form.service.pages:
        for next in page.next:
            for test in conditions.tests(conditions.parse(next.when)) if next.when else ():
                for value in test.values:
                    if isinstance(value, conditions.Literal):
                        found.setdefault(test.name, []).append(value.now(today))
                    else:
                        found.setdefault(test.name, [])
                        found.setdefault(value.name, [])
                found.setdefault(test.name, [])
    return found


def _typings(question: Question, interest: dict, today) -> list[dict]:
    """Ways to answer one question: one where nothing depends on it, else enough to take each branch."""
    samples = question.samples()
    if question.name not in interest:
        return samples[:1]
    if getattr(question, "choices", None) is not None or question.logic_kind == "yes_no":
        if question.template == "checkboxes":
            samples = [*samples, {question.name: [o.value for o in question.options if o.value and not o.exclusive]}]
        asked = {str(value) for value in interest[question.name]}  # first, for only the first few are tried
        samples = sorted(samples, key=lambda typed: not asked.intersection(_values(typed[question.name])))
        return samples + _unanswered(question)
    typings = list(samples)
    for value in interest[question.name]:
        typings += _near(question, value)
    return _valid(question, typings, today) + _unanswered(question)


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


def combinations(page, interest, today):
    """What to type on one page, whole: each choice of what branches depend on, plain answers for the rest."""

    def each(questions):
        options = [[(question, typed) for typed in _typings(question, interest, today)] for question in questions]
        for choice in itertools.islice(itertools.product(*options), MOST_CHOICES):
            typed = {}
            for _, fields in choice:
                typed |= fields
            beneath = [q for question, _ in choice for q in _revealed(question, typed)]
            if beneath:
                for more in each(beneath):
                    yield typed | more
            else:
                yield typed

    yield from itertools.islice(each(page.asking), MOST_CHOICES)


def _revealed(question, typed):
    return question.revealed(typed.get(question.name))


def _explore(form, interest, today, wanted):
    """Depth first, remembering where answers that matter have already been tried."""
    seen, stack, steps = set(), [(form.first, {}, ())], 0
    while stack and steps < MOST_STEPS:
        page, answers, passed = stack.pop()
        steps += 1
        if page.end:
            yield Walk((*passed, (page.name, None)), sends=False)
            continue
        for typed in combinations(page, interest, today):
            blank = {
                field: [] if q.template == "checkboxes" else "" for q in page.questions.values() for field in q.fields()
            }
            cleaned, errors, _ = clean(page, blank | typed, today, {})
            if errors:
                continue
            after = answers | cleaned
            route = form.route(after, today)
            go = page.go(
                {n: q.logic(after.get(n)) for p in route.pages for n, q in p.questions.items() if n in after}, today
            )
            here = (*passed, (page.name, _frozen(typed)))
            if go == CHECK_ANSWERS:
                yield Walk(here, sends=True)
                continue
            matters = (go, tuple(sorted((n, repr(v)) for n, v in after.items() if n in interest)))
            if matters not in seen:
                seen.add(matters)
                stack.append((form.pages[go], after, here))


def _frozen(typed: dict):
    return tuple(
        (field, tuple(map(_hashable, value)) if isinstance(value, list) else value) for field, value in typed.items()
    )


def _hashable(value):
    return tuple(value.items()) if isinstance(value, dict) else value
