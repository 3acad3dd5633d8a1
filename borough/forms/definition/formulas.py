"""Formulas: sums over answers, for totals and fees.

    price * quantity + 5
    sum(items.cost) + count(children) * 12.50
    max(days - 14, 0) * rate

What was not answered counts as 0. Dividing by 0, or a result too large to be meant, gives no value.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal, DecimalException, localcontext

from lark import Lark, Transformer, UnexpectedInput, v_args

GRAMMAR = r"""
?start: sum
?sum: product | sum "+" product -> add | sum "-" product -> subtract
?product: part | product "*" part -> multiply | product "/" part -> divide
?part: NUMBER -> number | NAME -> name | "(" sum ")" | "-" part -> minus
     | "sum" "(" NAME "." NAME ")" -> total
     | "count" "(" NAME ")" -> count
     | "min" "(" sum ("," sum)+ ")" -> least
     | "max" "(" sum ("," sum)+ ")" -> most
NUMBER: /\d{1,12}(\.\d{1,6})?/
NAME: /[a-z][a-z0-9_]*/
%ignore /\s+/
"""
MOST_CHARACTERS, MOST_PARTS, MOST_DEEP = 2_000, 400, 100
LARGEST = Decimal(10) ** 15


class BadFormula(Exception):
    """The formula cannot be read. The text says where."""


@dataclass(frozen=True)
class Node:
    """`op` is number, name, total, count, add, subtract, multiply, divide, minus, least or most."""

    op: str
    parts: tuple


@v_args(inline=True)
class _Build(Transformer):
    def __default__(self, op, parts, meta):
        return Node(str(op), tuple(part if isinstance(part, Node) else str(part) for part in parts))


_parser = Lark(GRAMMAR, parser="lalr")


def parse(text: str) -> Node:
    """The formula as a tree. Raises BadFormula."""
    if len(text) > MOST_CHARACTERS:
        raise BadFormula(f"The formula is too long: at most {MOST_CHARACTERS:,} characters")
    try:
        tree = _Build().transform(_parser.parse(text))
    except UnexpectedInput as wrong:
        at = wrong.pos_in_stream or 0
        where = f"near “{text[at:][:20]}”" if 0 <= at < len(text) else "at its end"
        raise BadFormula(f"The formula stops making sense {where}: {text}") from wrong
    except RecursionError as wrong:
        raise BadFormula("The formula nests too deep: split it") from wrong
    found = [deep for _, deep in _levels(tree)]
    if len(found) > MOST_PARTS:
        raise BadFormula(f"The formula has more than {MOST_PARTS} parts: split it")
    if max(found) > MOST_DEEP:
        raise BadFormula(f"The formula nests, or adds up, more than {MOST_DEEP} times: split it")
    return tree


def nodes(tree: Node) -> Iterator[Node]:
    """Every node."""
    return (node for node, _ in _levels(tree))


def _levels(tree: Node) -> Iterator[tuple[Node, int]]:
    """Every node and how deep it is, without recursion: a long sum is a deep tree."""
    todo = [(tree, 1)]
    while todo:
        node, deep = todo.pop()
        yield node, deep
        todo += [(part, deep + 1) for part in node.parts if isinstance(part, Node)]


def names(tree: Node) -> set[str]:
    """The questions and calculated values it uses."""
    return {node.parts[0] for node in nodes(tree) if node.op == "name"}


def groups(tree: Node) -> set[tuple[str, str]]:
    """The repeated groups and tables it uses: (name, what is added up of each, empty where they are only counted)."""
    return {(node.parts[0], node.parts[1] if node.op == "total" else "") for node in nodes(tree) if node.op in _MANY}


def evaluator(tree: Node) -> Callable[[dict], Decimal | None]:
    """The formula as a function of logic values: name → Decimal, group or table → list of dicts of such values."""
    work_out = _worker(tree)

    def evaluate(logic: dict) -> Decimal | None:
        with localcontext() as context:
            context.prec = 40
            try:
                found = work_out(logic)
            except DecimalException:
                return None
        return found if abs(found) < LARGEST else None

    return evaluate


def _worker(node: Node):
    op, parts = node.op, node.parts
    if op == "number":
        value = Decimal(parts[0])
        return lambda logic: value
    if op == "name":
        return lambda logic: _number(logic.get(parts[0]))
    if op == "total":
        return lambda logic: sum((_number(row.get(parts[1])) for row in logic.get(parts[0]) or ()), Decimal(0))
    if op == "count":
        return lambda logic: Decimal(len(logic.get(parts[0]) or ()))
    done = [_worker(part) for part in parts]
    operate = _OPERATORS[op]
    return lambda logic: operate(*(part(logic) for part in done))


def _number(value) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(0)


_MANY = {"total", "count"}
_OPERATORS = {
    "add": lambda a, b: a + b,
    "subtract": lambda a, b: a - b,
    "multiply": lambda a, b: a * b,
    "divide": lambda a, b: a / b,
    "minus": lambda a: -a,
    "least": min,
    "most": max,
}
