"""Whether a definition that has the right shape can also work. Each check yields (path, message)."""

import re
from collections import defaultdict

from ..registries import rules
from . import conditions
from .form import CHECK_ANSWERS
from .model import RESERVED, Service

LITERALS = {"text": {"text"}, "choice": {"text"}, "number": {"number"}, "date": {"date"}, "yes_no": {"yes_no"}}
ORDERED = {"number", "date"}
PLACEHOLDER = re.compile(r"\(\(([^()]*)\)\)")
ALWAYS = {"reference", "name", "deadline", "link", "reason", "council", "phone", "service"}


def check(service: Service):
    """Every fault of the parts this room knows."""
    yield from names(service)
    yield from questions(service)
    yield from routes(service)
    yield from asked_conditions(service)
    yield from applicant(service)
    yield from messages(service)


def located(service: Service):
    """(path, page index, question) for every question, revealed ones included."""

    def walk(questions, path, at):
        for i, question in enumerate(questions):
            here = (*path, i)
            yield here, at, question
            for o, option in enumerate(getattr(question, "options", ())):
                yield from walk(option.reveal, (*here, "options", o, "reveal"), at)

    for at, page in enumerate(service.pages):
        yield from walk(page.questions, ("pages", at, "questions"), at)


def names(service):
    seen = {}
    for at, page in enumerate(service.pages):
        if page.name in seen:
            yield ("pages", at, "name"), f"two pages are called “{page.name}”: give each its own name"
        if page.name in RESERVED:
            yield ("pages", at, "name"), f"“{page.name}” is an address Borough needs itself: choose another"
        seen[page.name] = True
    seen = {}
    for path, _, question in located(service):
        if question.name in seen:
            yield (*path, "name"), f"two questions are called “{question.name}”: give each its own name"
        seen[question.name] = True


def questions(service):
    for path, _, question in located(service):
        for beneath, message in question.faults():
            yield (*path, *beneath), message
        depth = sum(step == "reveal" for step in path)
        if depth > 1:
            yield path, "a revealed question cannot reveal another: put it on a page of its own"
        if depth and not question.steady:
            yield path, f"a {question.type} question cannot be revealed beneath an option: give it a page of its own"
    for at, page in enumerate(service.pages):
        if not page.title and len(page.questions) != 1:
            yield ("pages", at), "this page needs a `title`, because it has not just one question"
        if page.end and page.questions:
            yield (
                ("pages", at, "questions"),
                "the journey ends here, so nobody could answer: take `end` or the questions away",
            )
        if sum(not question.steady for question in page.questions) and len(page.questions) > 1:
            yield ("pages", at), "an address or a file needs a page of its own"


def follows(service) -> list[list[tuple[int, str, str | None]]]:
    """For each page, the places it can lead to: (position among its `next`, -1 for the page below; name; condition)."""
    places = []
    for at, page in enumerate(service.pages):
        ways = [(i, next.go, next.when) for i, next in enumerate(page.next)]
        if not page.end and not any(when is None for _, _, when in ways):
            below = service.pages[at + 1].name if at + 1 < len(service.pages) else CHECK_ANSWERS
            ways.append((-1, below, None))
        places.append([] if page.end else ways)
    return places


def routes(service):
    position = {page.name: at for at, page in enumerate(service.pages)}
    ways = follows(service)
    for at, page in enumerate(service.pages):
        open_end = False
        for i, next in enumerate(page.next):
            if next.go != CHECK_ANSWERS and next.go not in position:
                yield ("pages", at, "next", i, "go"), f"there is no page “{next.go}”"
            if open_end:
                yield (
                    ("pages", at, "next", i),
                    "nobody can come here: the line above has no `when`, so it always goes first",
                )
            open_end = open_end or next.when is None
        if page.end and page.next:
            yield ("pages", at, "next"), "the journey ends here, so there is no next page: take `end` or `next` away"
    reached, todo = set(), [0]
    while todo:
        at = todo.pop()
        if at not in reached:
            reached.add(at)
            todo += [position[name] for _, name, _ in ways[at] if name in position]
    for at, page in enumerate(service.pages):
        if at not in reached:
            yield ("pages", at, "name"), f"no page leads to “{page.name}”"
    finishing = {at for at in range(len(ways)) if any(name == CHECK_ANSWERS for _, name, _ in ways[at])}
    growing = True
    while growing:
        more = {
            at
            for at in range(len(ways))
            if at not in finishing and any(position.get(n) in finishing for _, n, _ in ways[at])
        }
        growing = bool(more)
        finishing |= more
    for at, page in enumerate(service.pages):
        if at in reached and at not in finishing and not page.end:
            yield (
                ("pages", at, "name"),
                f"“{page.name}” is a dead end: nobody who comes here can finish. If it should be, add `end: true`",
            )
    if 0 not in finishing:
        yield ("pages",), "nobody can finish this form: no page leads to check-answers"
    yield from circles(service, position, ways)


def circles(service, position, ways):
    colour = dict.fromkeys(range(len(ways)), "new")
    stack = [(0, iter(ways[0]))] if ways else []
    colour[0] = "open"
    while stack:
        at, rest = stack[-1]
        step = next(rest, None)
        if step is None:
            colour[at] = "done"
            stack.pop()
            continue
        i, name, _ = step
        there = position.get(name)
        if there is None:
            continue
        if colour[there] == "open":
            path = ("pages", at, "next", i) if i >= 0 else ("pages", at)
            yield path, f"the pages go round in a circle: “{service.pages[at].name}” leads back to “{name}”"
        elif colour[there] == "new":
            colour[there] = "open"
            stack.append((there, iter(ways[there])))


def asked_conditions(service):
    """Conditions that can be read, fit their questions, and ask only what has been asked by then."""
    known = {question.name: (at, question) for _, at, question in located(service)}
    position = {page.name: at for at, page in enumerate(service.pages)}
    before = defaultdict(set)  # page -> pages that can come before it
    for at, ways in enumerate(follows(service)):
        for _, name, _ in ways:
            if name in position:
                before[position[name]].add(at)
    for at, page in enumerate(service.pages):
        for i, next in enumerate(page.next):
            if next.when:
                earlier = _ancestors(at, before) | {at}
                for message in condition(next.when, {n: q for n, (_, q) in known.items()}):
                    yield ("pages", at, "next", i, "when"), message
                for name in _named(next.when):
                    if name in known and known[name][0] not in earlier:
                        yield (
                            ("pages", at, "next", i, "when"),
                            f"“{name}” has not been asked yet when this is looked at",
                        )


def condition(text: str, known: dict):
    """What is wrong with a condition over these questions: messages."""
    try:
        tree = conditions.parse(text)
    except conditions.BadCondition as wrong:
        yield str(wrong)
        return
    for rule in sorted(conditions.rules(tree)):
        if rule not in rules:
            yield f"there is no rule “{rule}”" + (f"; there are: {', '.join(rules.names())}" if rules.names() else "")
    for test in conditions.tests(tree):
        yield from _fits(test, known)


def _fits(test, known):
    if test.op == "rule":
        return
    question = known.get(test.name)
    if question is None:
        yield f"there is no question “{test.name}”"
        return
    kind = question.logic_kind
    if test.op in ("answered", "unanswered"):
        return
    if kind == "list" and test.op != "contains":
        yield f'“{test.name}” has several answers: ask `{test.name} contains "…"`'
        return
    if test.op == "contains" and kind not in ("list", "text"):
        yield f"“{test.name}” has one answer: ask `{test.name} is …`"
        return
    if test.op in ("<", "<=", ">", ">=") and kind not in ORDERED:
        yield f"“{test.name}” is not a number or a date, so it cannot be compared with {test.op}"
        return
    for value in test.values:
        yield from _value_fits(test, question, kind, value, known)


def _value_fits(test, question, kind, value, known):
    if isinstance(value, conditions.Other):
        other = known.get(value.name)
        if other is None:
            yield f'there is no question “{value.name}”; write words in quotes: "{value.name}"'
        elif other.logic_kind != kind:
            yield f"“{test.name}” is a {kind} and “{value.name}” a {other.logic_kind}: they cannot be compared"
        return
    choices = getattr(question, "choices", None)
    if choices is not None:
        if value.value not in choices:
            yield f"“{test.name}” has no option “{value.value}”; it has: {', '.join(list(choices)[:12])}"
    elif value.kind not in LITERALS.get(kind, {"text"}):
        wanted = {"number": "a number", "date": "a date", "yes_no": "yes or no"}.get(kind, "words in quotes")
        yield f"“{test.name}” must be compared with {wanted}"


def _named(text):
    try:
        return sorted(conditions.names(conditions.parse(text)))
    except conditions.BadCondition:
        return []


def _ancestors(at, before):
    found, todo = set(), [at]
    while todo:
        for earlier in before[todo.pop()]:
            if earlier not in found:
                found.add(earlier)
                todo.append(earlier)
    return found


def applicant(service):
    known = {question.name: question for _, _, question in located(service)}
    fits = {
        "email": {"email"},
        "phone": {"phone"},
        "address": {"address"},
        "channel": {"radios", "select"},
        "format": {"radios", "select", "checkboxes"},
    }
    for part, name in service.person:
        if name is None:
            continue
        if name not in known:
            yield ("person", part), f"there is no question “{name}”"
        elif part in fits and known[name].type not in fits[part]:
            yield (
                ("person", part),
                f"“{name}” is a {known[name].type} question; this needs {' or '.join(sorted(fits[part]))}",
            )
    if not (service.person.email or service.person.phone or service.person.address):
        yield ("person",), "we could not answer: name a question for `email`, `phone` or `address`"


def messages(service):
    if "received" not in service.messages:
        yield ("messages",), "there is no message `received`: people are always told that we have what they sent"
    known = {question.name: question for _, _, question in located(service)}
    for name, message in service.messages.items():
        for part in ("subject", "body", "text"):
            for found in PLACEHOLDER.findall(getattr(message, part)):
                if found in known and known[found].secret:
                    yield ("messages", name, part), f"“{found}” is secret and cannot be put in a message"
                elif found and not re.fullmatch(r"[a-z][a-z0-9_]*", found):
                    yield ("messages", name, part), f"“(({found}))” is not the name of an answer"


def placeholders(service, extra=frozenset()):
    """((names)) in messages that nothing fills. Casework calls this with the fields its moves ask officers."""
    known = {question.name for _, _, question in located(service)} | ALWAYS | set(extra)
    for name, message in service.messages.items():
        for part in ("subject", "body", "text"):
            for found in PLACEHOLDER.findall(getattr(message, part)):
                if re.fullmatch(r"[a-z][a-z0-9_]*", found) and found not in known:
                    yield ("messages", name, part), f"nothing is called “{found}”, so (({found})) would stay empty"
