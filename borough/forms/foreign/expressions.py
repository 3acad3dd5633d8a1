"""Conditions that other forms write as text: `section.age < 18 and not (hasCar == true)`.

The language is expr-eval's, as far as forms use it; && and || are read too. `in` asks whether a list holds a value.
"""

from decimal import Decimal

from lark import Lark, Transformer, v_args
from lark.exceptions import LarkError

from ..definition.moments import Moment
from .logic import Field, Test, both, either, negated

GRAMMAR = r"""
?start: either
?either: both (("or" | "||") both)*
?both: negated (("and" | "&&") negated)*
?negated: ("not" | "!") negated -> negation | test
?test: value OP value -> compare
     | value "in" value -> inside
     | value "in" "[" [value ("," value)*] "]" -> among
     | value -> bare
     | "(" either ")"
?value: STRING -> string | NUMBER -> number | "true" -> yes | "false" -> no | "null" -> nothing | "undefined" -> nothing
      | "length" "(" NAME ")" -> length
      | "dateForComparison" "(" NUMBER "," STRING ")" -> moment
      | "timeForComparison" "(" NUMBER "," STRING ")" -> moment
      | NAME -> field
OP: "===" | "!==" | "==" | "!=" | "<=" | ">=" | "<" | ">" | "="
STRING: /"([^"\\\n]|\\.)*"/ | /'([^'\\\n]|\\.)*'/
NUMBER.2: /-?\s*\d+(\.\d+)?/
NAME: /[A-Za-z_$][A-Za-z0-9_$-]*(\s*\.\s*[A-Za-z0-9_$-]+|\['[^']+'\]|\["[^"]+"\])*/
%ignore /\s+/
"""
MOST_CHARACTERS = 4_000
FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "is": "is"}
UNITS = {"day": "day", "week": "week", "month": "month", "year": "year"}


class Unreadable(Exception):
    """The expression is not one we can read."""


class Length(Field):
    """How long an answer is."""


@v_args(inline=True)
class _Build(Transformer):
    def either(self, *parts):
        return either(*parts)

    def both(self, *parts):
        return both(*parts)

    def negation(self, part):
        return negated(part)

    def string(self, text):
        return str(text)[1:-1].replace("\\'", "'").replace('\\"', '"').replace("\\\\", "\\")

    def number(self, text):
        return Decimal(str(text).replace(" ", ""))

    def yes(self):
        return True

    def no(self):
        return False

    def nothing(self):
        return None

    def field(self, name):
        return Field(
            "".join(str(name).replace("['", ".").replace('["', ".").translate({93: None, 39: None, 34: None}).split())
        )

    def length(self, name):
        return Length(str(name))

    def moment(self, number, unit):
        unit = UNITS.get(str(unit)[1:-1].lower().rstrip("s"))
        if unit is None:
            raise Unreadable(f"nothing of ours counts in {unit}")
        return Moment(int(Decimal(str(number).replace(" ", ""))), unit)

    def compare(self, left, op, right):
        op = str(op)
        no = op in ("!=", "!==")
        op = "is" if op in ("=", "==", "===", "!=", "!==") else op
        if not isinstance(left, Field):
            left, right, op = right, left, FLIPPED[op]
        if not isinstance(left, Field):
            raise Unreadable("it compares two values and no answer")
        if right is None:
            found = negated(Test(left.name, "answered"))
        elif isinstance(left, Length):
            found = Test(left.name, "length", (op, right))
        else:
            found = Test(left.name, op, right)
        return negated(found) if no else found

    def inside(self, value, field):
        if not isinstance(field, Field) or isinstance(value, Field):
            raise Unreadable("it asks whether something holds an answer")
        return Test(field.name, "contains", value)

    def among(self, field, *values):
        if not isinstance(field, Field):
            raise Unreadable("it compares two values and no answer")
        return either(*(Test(field.name, "is", value) for value in values if value is not None))

    def bare(self, value):
        if isinstance(value, Field):
            return Test(value.name, "bare")
        if isinstance(value, bool):
            return value
        raise Unreadable("it is a value and no question")


_parser = Lark(GRAMMAR, parser="lalr", maybe_placeholders=False)


def read(text: str):
    """The expression as a tree of tests. Raises Unreadable."""
    if len(text) > MOST_CHARACTERS:
        raise Unreadable("it is too long")
    try:
        return _Build().transform(_parser.parse(text))
    except (LarkError, RecursionError, ValueError, ArithmeticError) as wrong:
        cause = getattr(wrong, "orig_exc", None)
        raise cause if isinstance(cause, Unreadable) else Unreadable("we cannot read it") from wrong
