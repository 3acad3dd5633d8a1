"""Conditions that can be read, fit their questions, and ask only what has been asked by then."""

from collections import defaultdict
from dataclasses import dataclass

from ...registries import rules
from .. import conditions
from .located import Flow, flows, located, pages
from .routes import follows

LITERALS = {"text": {"text"}, "choice": {"text"}, "number": {"number"}, "date": {"date"}, "yes_no": {"yes_no"}}
WANTED = {"number": "a number", "date": "a date", "yes_no": "yes or no"}  # else words in quotes
ORDERED = {"number", "date"}


@dataclass(frozen=True)
class Known:
    """What a condition may name that is no question: a calculated value, or a repeated group."""

    logic_kind: str


def check(service):
    asked_on = {question.name: page.name for _, page, question in located(service)}
    known = {question.name: question for _, _, question in located(service)}
    known |= {value.name: Known("number") for value in service.calculated}
    groups = {page.group: page for _, page in pages(service) if page.repeat}
    known |= dict.fromkeys(groups, Known("none"))
    asked_on |= {name: page.name for name, page in groups.items()}
    repeated = {p.name: page.group for page in groups.values() for p in page.repeat.pages}
    for path, text, earlier in _looked_at(service):
        counts = path[-1] == "times"  # a name, which `parts` looks at
        for message in () if counts else condition(text, known):
            yield path, message
        for name in [text] if counts else _named(text):
            on = asked_on.get(name)
            if on in earlier or on is None:
                continue
            if on in repeated and not counts:
                yield path, f"“{name}” is asked for each of “{repeated[on]}”: here use a calculated value"
            else:
                yield path, f"“{name}” has not been asked yet when this is looked at"


def _looked_at(service):
    """(path, text, names of the pages that may have been answered by then) for every condition and `times`."""
    outside: dict[str, set[str]] = {}  # list page → pages before it
    done: set[str] = set()  # pages of the sections above
    for flow in flows(service):
        base = outside[flow.within.name] if flow.within else set(done)
        if flow.section:
            at = service.sections.index(flow.section)
            if flow.section.when:
                yield ("sections", at, "when"), flow.section.when, base
        before = _before(flow)
        for at, (path, page) in enumerate(flow.pages):
            earlier = base | {flow.pages[i][1].name for i in _ancestors(at, before)}
            outside[page.name] = earlier
            if page.when:
                yield (*path, "when"), page.when, earlier
            if page.repeat and page.repeat.times:
                yield (*path, "repeat", "times"), page.repeat.times, earlier
            for i, item in enumerate(page.questions):
                if item.when:
                    yield (*path, "questions", i, "when"), item.when, earlier
            for i, next in enumerate(page.next):
                if next.when:
                    yield (*path, "next", i, "when"), next.when, earlier | {page.name}
        if flow.section:
            done |= set(flow.position)


def condition(text: str, known: dict):
    """What is wrong with a condition over these questions (name → question): messages."""
    try:
        tree = conditions.parse(text)
    except conditions.BadCondition as wrong:
        yield str(wrong)
        return
    for rule in sorted(conditions.rules(tree)):
        if rule not in rules:
            yield f"there is no rule “{rule}”" + (f"; there are: {', '.join(rules.names())}" if rules.names() else "")
    for test in conditions.tests(tree):
        if test.op != "rule":
            yield from _fits(test, known)


def _fits(test, known):
    question = known.get(test.name)
    if question is None:
        yield f"there is no question “{test.name}”"
        return
    kind = question.logic_kind
    if test.op in ("answered", "unanswered"):
        return
    if kind == "none":
        yield f"“{test.name}” has many answers: ask only whether it `is answered`, or use a calculated value"
        return
    if kind == "list" and test.op != "contains":
        yield f'“{test.name}” has several answers: ask `{test.name} contains "…"`'
    elif test.op == "contains" and kind not in ("list", "text"):
        yield f"“{test.name}” has one answer: ask `{test.name} is …`"
    elif test.op in ("<", "<=", ">", ">=") and kind not in ORDERED:
        yield f"“{test.name}” is not a number or a date, so it cannot be compared with {test.op}"
    else:
        for value in test.values:
            yield from _value_fits(test.name, question, value, known)


def _value_fits(name, question, value, known):
    kind = question.logic_kind
    if isinstance(value, conditions.Other):
        other = known.get(value.name)
        if other is None:
            yield f'there is no question “{value.name}”; write words in quotes: "{value.name}"'
        elif other.logic_kind != kind:
            yield f"“{name}” is a {kind} and “{value.name}” a {other.logic_kind}: they cannot be compared"
        return
    choices = getattr(question, "choices", None)
    if choices is not None:
        if value.value not in choices:
            yield f"“{name}” has no option {_written(value)}; write one in quotes: {', '.join(list(choices)[:12])}"
    elif value.kind not in LITERALS.get(kind, {"text"}):
        yield f"“{name}” must be compared with {WANTED.get(kind, 'words in quotes')}"


def _written(value):
    return {True: "yes", False: "no"}[value.value] if value.kind == "yes_no" else f"“{value.value}”"


def _named(text):
    try:
        return sorted(conditions.names(conditions.parse(text)))
    except conditions.BadCondition:
        return []


def _before(flow: Flow):
    """Page → the pages that can come straight before it, by position."""
    before = defaultdict(set)
    for at, ways in enumerate(follows(flow)):
        for _, name in ways:
            if name in flow.position:
                before[flow.position[name]].add(at)
    return before


def _ancestors(at, before):
    found, todo = set(), [at]
    while todo:
        for earlier in before[todo.pop()]:
            if earlier not in found:
                found.add(earlier)
                todo.append(earlier)
    return found
