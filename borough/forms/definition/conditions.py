"""Conditions: a small typed language over earlier answers.

    for_whom is "other" and not (age < 21 or needs contains "data")
    date_of_birth > today - 21 years
    email is answered
    business.in_borough                  a rule that a room registered

An unanswered question makes every comparison false, `is not` included; ask `is answered` to tell them apart.
"""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from lark import Lark, Transformer, UnexpectedInput, v_args

from ..registries import rules as registered
from .moments import Moment

GRAMMAR = r"""
?start: either
?either: both ("or" both)*
?both: negated ("and" negated)*
?negated: "not" negated -> negation | test | "(" either ")"
?test: NAME "is" "answered" -> answered
     | NAME "is" "not" "answered" -> unanswered
     | NAME "is" "not" value -> unequal
     | NAME "is" value -> equal
     | NAME COMPARE value -> compare
     | NAME "in" "[" value ("," value)* "]" -> member
     | NAME "contains" value -> contains
     | RULE -> rule
?value: STRING -> string | DATE -> date | NUMBER -> number | "yes" -> yes | "no" -> no
      | "today" [SIGN INT UNIT] -> today | NAME -> other
COMPARE: "<=" | ">=" | "<" | ">"
SIGN: "+" | "-"
UNIT: /(day|week|month|year)s?/
STRING: /"[^"\n]*"/ | /'[^'\n]*'/
DATE.3: /\d{4}-\d{2}-\d{2}/
NUMBER.2: /-?\d+(\.\d+)?/
INT.2: /\d{1,4}/
RULE.2: /[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+/
NAME: /[a-z][a-z0-9_]*/
%ignore /\s+/
"""
MOST_CHARACTERS = 4_000
MOST_DEPTH = 40


class BadCondition(Exception):
    """The condition cannot be read or does not fit the questions it names. The text says what to do."""


@dataclass(frozen=True)
class Literal:
    """A value written in the condition: a str, Decimal, date, Moment ("today - 21 years") or bool (yes, no)."""

    value: object

    @property
    def kind(self) -> str:
        if isinstance(self.value, bool):
            return "yes_no"
        if isinstance(self.value, Decimal):
            return "number"
        return "date" if isinstance(self.value, datetime.date | Moment) else "text"

    def now(self, today):
        return self.value.on(today) if isinstance(self.value, Moment) else self.value


@dataclass(frozen=True)
class Other:
    """Another question's answer."""

    name: str


@dataclass(frozen=True)
class Comparison:
    """One comparison: `op` is one of is, is not, <, <=, >, >=, in, contains, answered, unanswered, rule."""

    name: str
    op: str
    values: tuple = ()


@dataclass(frozen=True)
class Join:
    """`op` is and, or, not."""

    op: str
    parts: tuple


@v_args(inline=True)
class _Build(Transformer):
    def either(self, *parts):
        return Join("or", parts)

    def both(self, *parts):
        return Join("and", parts)

    def negation(self, part):
        return Join("not", (part,))

    def answered(self, name):
        return Comparison(str(name), "answered")

    def unanswered(self, name):
        return Comparison(str(name), "unanswered")

    def equal(self, name, value):
        return Comparison(str(name), "is", (value,))

    def unequal(self, name, value):
        return Comparison(str(name), "is not", (value,))

    def compare(self, name, op, value):
        return Comparison(str(name), str(op), (value,))

    def member(self, name, *values):
        return Comparison(str(name), "in", values)

    def contains(self, name, value):
        return Comparison(str(name), "contains", (value,))

    def rule(self, name):
        return Comparison(str(name), "rule")

    def string(self, text):
        return Literal(str(text)[1:-1])

    def number(self, text):
        return Literal(Decimal(str(text)))

    def date(self, text):
        try:
            return Literal(datetime.date.fromisoformat(str(text)))
        except ValueError as wrong:
            raise BadCondition(f"{text} is not a date: write it as 2026-04-03") from wrong

    def yes(self):
        return Literal(True)

    def no(self):
        return Literal(False)

    def today(self, sign=None, count=None, unit=None):
        return Literal(Moment.of(sign, count, unit))

    def other(self, name):
        return Other(str(name))


_parser = Lark(GRAMMAR, parser="lalr", maybe_placeholders=False)


@lru_cache(2_000)  # compiling asks for each several times
def parse(text: str) -> Comparison | Join:
    """The condition as a tree. Raises BadCondition saying where it stops making sense."""
    if len(text) > MOST_CHARACTERS:
        raise BadCondition(f"The condition is too long: at most {MOST_CHARACTERS:,} characters")
    try:
        tree = _Build().transform(_parser.parse(text))
        deep = _depth(tree) > MOST_DEPTH
    except UnexpectedInput as wrong:
        ended = getattr(getattr(wrong, "token", None), "type", "") == "$END" or (wrong.pos_in_stream or 0) < 0
        where = "at its end" if ended else f"near “{text[wrong.pos_in_stream or 0 :][:20]}”"
        raise BadCondition(f"The condition stops making sense {where}: {text}") from wrong
    except Exception as wrong:
        cause = getattr(wrong, "orig_exc", None)
        raise (
            cause if isinstance(cause, BadCondition) else BadCondition(f"We cannot read the condition: {text}")
        ) from wrong
    if deep:
        raise BadCondition(f"The condition nests more than {MOST_DEPTH} deep: split it")
    return tree


def tests(tree: Comparison | Join) -> Iterator[Comparison]:
    """Every comparison in the condition."""
    if isinstance(tree, Comparison):
        yield tree
    else:
        for part in tree.parts:
            yield from tests(part)


def names(tree: Comparison | Join) -> set[str]:
    """The questions the condition asks about."""
    found = {test.name for test in tests(tree) if test.op != "rule"}
    return found | {value.name for test in tests(tree) for value in test.values if isinstance(value, Other)}


def rules(tree: Comparison | Join) -> set[str]:
    return {test.name for test in tests(tree) if test.op == "rule"}


def evaluator(
    tree: Comparison | Join, rule: Callable[[str], Callable] | None = None
) -> Callable[[dict, datetime.date], bool]:
    """The condition as a function of (answers as logic values, today). `rule(name)` finds a registered rule."""
    if isinstance(tree, Join):
        parts = [evaluator(part, rule) for part in tree.parts]
        if tree.op == "and":
            return lambda answers, today: all(part(answers, today) for part in parts)
        if tree.op == "or":
            return lambda answers, today: any(part(answers, today) for part in parts)
        return lambda answers, today: not parts[0](answers, today)
    if tree.op == "rule":
        found = rule(tree.name)
        return lambda answers, today: bool(found(answers))
    return _test(tree)


def holds(text: str | None) -> Callable[[dict, datetime.date], bool]:
    """The condition written so, as a function; without one it always holds."""
    return evaluator(parse(text), registered.get) if text else lambda answers, today: True


def _test(test: Comparison):
    name, op, values = test.name, test.op, test.values
    if op == "answered":
        return lambda answers, today: answers.get(name) not in (None, "", [])
    if op == "unanswered":
        return lambda answers, today: answers.get(name) in (None, "", [])
    operate = _OPERATORS[op]

    def compare(answers, today):
        mine = answers.get(name)
        if mine is None or mine == "" or mine == []:
            return False
        theirs = [answers.get(v.name) if isinstance(v, Other) else v.now(today) for v in values]
        if any(value is None for value in theirs):
            return False
        return operate(mine, theirs)

    return compare


_OPERATORS = {
    "is": lambda mine, theirs: mine == theirs[0],
    "is not": lambda mine, theirs: mine != theirs[0],
    "<": lambda mine, theirs: mine < theirs[0],
    "<=": lambda mine, theirs: mine <= theirs[0],
    ">": lambda mine, theirs: mine > theirs[0],
    ">=": lambda mine, theirs: mine >= theirs[0],
    "in": lambda mine, theirs: mine in theirs,
    "contains": lambda mine, theirs: theirs[0] in mine,
}


def _depth(tree) -> int:
    return 1 + max((_depth(part) for part in tree.parts), default=0) if isinstance(tree, Join) else 1
