"""Conditions that can be read, fit their questions, and ask only what has been asked by then."""

from collections import defaultdict

from ...registries import rules
from .. import conditions
from .located import located
from .routes import follows

LITERALS = {"text": {"text"}, "choice": {"text"}, "number": {"number"}, "date": {"date"}, "yes_no": {"yes_no"}}
WANTED = {"number": "a number", "date": "a date", "yes_no": "yes or no"}  # else words in quotes
ORDERED = {"number", "date"}


def check(service):
    asked_on = {question.name: at for _, at, question in located(service)}
    known = {question.name: question for _, _, question in located(service)}
    before = _before(service)
    for at, page in enumerate(service.pages):
        asking = [(i, next.when) for i, next in enumerate(page.next) if next.when]
        earlier = _ancestors(at, before) | {at} if asking else set()
        for i, when in asking:
            here = ("pages", at, "next", i, "when")
            for message in condition(when, known):
                yield here, message
            for name in _named(when):
                if name in asked_on and asked_on[name] not in earlier:
                    yield here, f"“{name}” has not been asked yet when this is looked at"


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


def _before(service):
    """Page → the pages that can come straight before it."""
    position = {page.name: at for at, page in enumerate(service.pages)}
    before = defaultdict(set)
    for at, ways in enumerate(follows(service)):
        for _, name in ways:
            if name in position:
                before[position[name]].add(at)
    return before


def _ancestors(at, before):
    found, todo = set(), [at]
    while todo:
        for earlier in before[todo.pop()]:
            if earlier not in found:
                found.add(earlier)
                todo.append(earlier)
    return found
