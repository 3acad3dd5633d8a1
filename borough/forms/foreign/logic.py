"""What a branch hangs on, between the two languages: tests joined by and, or, not; True and False where it is plain.

A test first names a field as the file does. `settled` puts our own words in its place.
"""

from collections.abc import Callable
from dataclasses import dataclass

Tree = "bool | Test | Atom | Not | Join"


@dataclass(frozen=True)
class Test:
    """`op` is is, <, <=, >, >=, contains, answered or length. `value`: text, a Decimal, a bool, a Moment or a Field."""

    field: str
    op: str
    value: object = None
    path: str = ""


@dataclass(frozen=True)
class Field:
    """Another field, named as the file does."""

    name: str


@dataclass(frozen=True)
class Atom:
    """A test in our words. `name` and `value` let several of one question be put together."""

    text: str
    name: str = ""
    value: str = ""


@dataclass(frozen=True)
class Not:
    part: object


@dataclass(frozen=True)
class Join:
    """`op` is and, or."""

    op: str
    parts: tuple


def both(*parts):
    return _join("and", parts, True)


def either(*parts):
    return _join("or", parts, False)


def negated(part):
    if isinstance(part, bool):
        return not part
    return part.part if isinstance(part, Not) else Not(part)


def _join(op, parts, empty):
    kept = []
    for part in parts:
        if part is (not empty):
            return part
        if part is empty:
            continue
        for one in part.parts if isinstance(part, Join) and part.op == op else (part,):
            if one not in kept:
                kept.append(one)
    if not kept:
        return empty
    return kept[0] if len(kept) == 1 else Join(op, tuple(kept))


def settled(tree, say: Callable[[Test], object]):
    """The tree with each test as `say` puts it, made as simple as that allows."""
    if isinstance(tree, Test):
        return say(tree)
    if isinstance(tree, Not):
        return negated(settled(tree.part, say))
    if isinstance(tree, Join):
        return (both if tree.op == "and" else either)(*(settled(part, say) for part in tree.parts))
    return tree


def written(tree) -> str:
    """A settled tree in the language of our conditions."""
    return _written(_gathered(tree))


def _gathered(tree):
    """a is "x" or a is "y" as a in ["x", "y"]."""
    if isinstance(tree, Not):
        return Not(_gathered(tree.part))
    if not isinstance(tree, Join):
        return tree
    parts = [_gathered(part) for part in tree.parts]
    if tree.op == "and":
        return Join("and", tuple(parts))
    values: dict[str, list[str]] = {}
    for part in parts:
        if isinstance(part, Atom) and part.name:
            values.setdefault(part.name, []).append(part.value)
    kept, done = [], set()
    for part in parts:
        if not (isinstance(part, Atom) and part.name):
            kept.append(part)
        elif part.name not in done:
            done.add(part.name)
            several = values[part.name]
            kept.append(part if len(several) == 1 else Atom(f"{part.name} in [{', '.join(several)}]"))
    return kept[0] if len(kept) == 1 else Join("or", tuple(kept))


def _written(tree, within: str = "") -> str:
    if isinstance(tree, Atom):
        return tree.text
    if isinstance(tree, Not):
        inner = _written(tree.part)
        return f"not ({inner})" if isinstance(tree.part, Join) else f"not {inner}"
    text = f" {tree.op} ".join(_written(part, tree.op) for part in tree.parts)
    return f"({text})" if within == "and" and tree.op == "or" else text
