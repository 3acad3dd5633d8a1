"""Choosing what to answer so that every branch of a form is taken. Pure: no pages are asked for here."""

import datetime
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from ..definition import conditions, formulas
from ..definition.flow import CompiledPage, Group, Route
from ..definition.form import Form
from ..questions.base import Invalid, Question
from ..reading import clean

MOST_CHOICES = 48  # combinations tried on one page
MOST_STEPS = 60_000
Way = tuple[str, str]  # from a page to another; ("", page) is having been there


@dataclass(frozen=True)
class Entries:
    """What to enter into a repeated group: the steps of each entry."""

    each: tuple[tuple, ...]


@dataclass(frozen=True)
class Walk:
    """One way through: (page name, what to type) in order, and whether it ends in sending."""

    steps: tuple
    sends: bool
    ways: frozenset[Way]
    answers: dict = field(compare=False, default_factory=dict)


@dataclass(frozen=True)
class Walker:
    """What exploring needs to know of the form, whichever flow of it is explored."""

    interest: dict[str, list]
    today: datetime.date


def plan(form: Form, today: datetime.date) -> tuple[list[Walk], set[Way]]:
    """Few walks that together take every way out of every page; and the ways that no answers we could think of take."""
    walker = Walker(_interest(form, today), today)
    wanted = {way for page in form.every for way in _ways(page)}
    route = lambda answers: form.route(answers, today)  # noqa: E731
    return _cover(_explore(walker, route, wanted), wanted)


def _cover(walks: Iterator[Walk], wanted: set[Way]) -> tuple[list[Walk], set[Way]]:
    """As few of these walks as take all wanted ways, and the ways that none takes."""
    found: dict[Way, Walk] = {}
    for walk in walks:
        for way in walk.ways:
            found.setdefault(way, walk)
        if wanted <= found.keys():
            break
    chosen, covered = [], set()
    several = {id(walk): walk for walk in found.values()}
    for walk in sorted(several.values(), key=lambda walk: -len(walk.ways)):
        if walk.ways - covered:
            chosen.append(walk)
            covered |= walk.ways
    return chosen, wanted - covered


def _ways(page: CompiledPage) -> set[Way]:
    """That one comes to it, and every way on from it."""
    ways = {("", page.name)}
    if page.end:
        return ways
    ways |= {(page.name, go) for _, go in page.branches}
    if all(holds is not None for holds, _ in page.branches):
        ways.add((page.name, page.follows))
    return ways


def _interest(form: Form, today) -> dict[str, list]:
    """For each question a condition asks about, the values it is compared with, as conditions compare them."""
    found: dict[str, list] = {}
    written = [text for page in form.every for text in page.conditions]
    written += [section.when for section in form.service.sections if section.when]
    for test in (test for text in written for test in conditions.tests(conditions.parse(text))):
        literals = [value.now(today) for value in test.values if isinstance(value, conditions.Literal)]
        others = [value.name for value in test.values if isinstance(value, conditions.Other)]
        for name in (test.name, *others):
            for question in _behind(form, name):
                found.setdefault(question, []).extend(literals)
    for group in form.groups.values():
        if group.times:
            found.setdefault(group.times, []).extend(
                Decimal(n) for n in {group.least, min(group.least + 2, group.most)}
            )
    return found


def _behind(form, name) -> set[str]:
    """The questions that a value calculated from them depends on; of a question, itself."""
    value = form.values.get(name)
    if value is None:
        return {name}
    names = formulas.names(value.tree) - {name}
    parts = {part for pair in formulas.groups(value.tree) for part in pair if part}
    return {question for one in names for question in _behind(form, one)} | parts


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

    yield from itertools.islice(each(questions), MOST_CHOICES)


def _revealed(question, typed):
    return question.revealed(typed.get(question.name))


def _explore(walker: Walker, route: Callable[[dict], Route], wanted: set[Way]) -> Iterator[Walk]:
    """Depth first, remembering where answers that matter have already been tried."""
    start = route({})
    first = start.pages[0] if start.pages else None
    if first is None or first.end:
        yield _walk(start, {}, (), frozenset())
        return
    seen, stack, steps = set(), [(first, {}, (), frozenset())], 0
    while stack and steps < MOST_STEPS:
        page, answers, passed, ways = stack.pop()
        steps += 1
        for typed, more, inner in _answers(walker, page, answers, route(answers)):
            after = answers | more
            here = route(after)
            been = ways | inner | {("", page.name)}
            step = (*passed, (page.name, typed))
            if here.wanted is page:  # what was entered into the group stops the journey there
                yield Walk(step, False, been, after)
                continue
            went = been | {(page.name, page.go(here.logic, walker.today))}
            on = _on(here, page)
            if on is None or on.end:
                yield _walk(here, after, step, went)
                continue
            kept = tuple(sorted((n, repr(v)) for n, v in after.items() if n in walker.interest))
            if (matters := (on.name, kept)) not in seen:
                seen.add(matters)
                stack.append((on, after, step, went))


def _on(route: Route, page: CompiledPage) -> CompiledPage | None:
    """The page after this one; after the last of a section, the first of the next. None where all are done."""
    if after := route.after(page.name):
        return after
    passed = [part for _, part in route.sections]
    rest = passed[passed.index(route.part(page.name)) + 1 :] if passed else []
    return next((part.pages[0] for part in rest if part.pages), None)


def _walk(route, answers, steps, ways):
    if not route.ended:
        return Walk(steps, True, ways, answers)
    name = route.pages[-1].name
    return Walk((*steps, (name, None)), False, ways | {("", name)}, answers)


def _answers(walker: Walker, page: CompiledPage, answers: dict, route: Route):
    """(what to type, the answers it gives, ways taken within) for each thing worth trying on this page."""
    if page.group:
        yield from _entries(walker, page.group, route)
        return
    hidden = page.hidden(answers, route.logic, walker.today)
    blank = {f: [] if q.template == "checkboxes" else "" for q in page.questions.values() for f in q.fields()}
    for typed in combinations(page.shown(hidden), walker.interest, walker.today):
        cleaned, errors = clean(page, blank | typed, walker.today, {}, hidden)
        if not errors:
            yield _frozen(typed), cleaned, frozenset()


def _entries(walker: Walker, group: Group, route: Route):
    """Entries that together take every way within the group, in as few visits as hold them; and none, where none do."""
    wanted = {way for page in group.flow.every for way in _ways(page)}
    walks, _ = _cover(_explore(walker, lambda entry: group.route(entry, walker.today, route.logic), wanted), wanted)
    whole = [walk for walk in walks if walk.sends]
    size = group.wanted(route.logic) if group.times else min(max(group.least, len(whole)), group.most)
    if (not group.times and not group.least) or not size:
        yield Entries(()), {group.name: {}, group.more.name: "no"}, frozenset()
    for at in range(0, len(whole), size or 1):
        if size:
            yield _visit(group, list(itertools.islice(itertools.cycle(whole[at : at + size]), size)))
    for walk in walks:
        if not walk.sends:
            yield _visit(group, [walk])


def _visit(group, walks):
    kept = {str(at): walk.answers for at, walk in enumerate(walks, 1)}
    ways = frozenset(way for walk in walks for way in walk.ways)
    return Entries(tuple(walk.steps for walk in walks)), {group.name: kept, group.more.name: "no"}, ways


def _frozen(typed: dict):
    return tuple(
        (field, tuple(map(_hashable, value)) if isinstance(value, list) else value) for field, value in typed.items()
    )


def _hashable(value):
    return tuple(value.items()) if isinstance(value, dict) else value
