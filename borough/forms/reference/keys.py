"""What can be set in a part of a definition, in words, from its own fields."""

from dataclasses import dataclass

from ..questions.base import Part

LARGE = 1e9  # a bound that says nothing
FEW = 15  # types that can still be named one by one


@dataclass(frozen=True)
class Key:
    """`usual` is what holds where it is not given, as it would be written; "" where that is nothing."""

    name: str
    about: str
    takes: str
    usual: str
    needed: bool


def keys(part: type[Part], without=()) -> list[Key]:
    """Every key of it but those named, the needed ones first."""
    whole = part.model_json_schema()
    known = whole.get("$defs", {})
    here = _resolved(whole, known)
    found = [
        Key(name, field.get("description", ""), _takes(field, known), _usual(field), name in here.get("required", ()))
        for name, field in here["properties"].items()
        if name not in without
    ]
    return sorted(found, key=lambda key: not key.needed)


def _resolved(schema: dict, known: dict) -> dict:
    reference = schema.get("$ref")
    return known[reference.rpartition("/")[2]] if reference else schema


def _usual(field: dict) -> str:
    value = field.get("default")
    if value in (None, "", False, []):
        return ""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    if isinstance(value, list):
        return f"[{', '.join(map(str, value))}]"
    return str(value)


def _takes(field: dict, known: dict) -> str:
    if "anyOf" in field:
        return _takes(field["anyOf"][0], known)
    if "enum" in field:
        return _or(f"`{value}`" for value in field["enum"] if value)
    if "oneOf" in field:
        types = field["discriminator"]["mapping"]
        return "questions" if len(types) > FEW else f"questions of type {_or(f'`{type}`' for type in types)}"
    if "$ref" in field:
        return f"{field['$ref'].rpartition('/')[2].lower().removesuffix('s')}s"
    return _TAKES[field["type"]](field, known)


def _or(words) -> str:
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last


def _number(words):
    def takes(field, known):
        low, high = field.get("minimum"), field.get("maximum")
        if low is not None and high is not None:
            return f"{words}, {low:,} to {high:,}" if high < LARGE else words
        return words if low is None else f"{words}, {low:,} or more"

    return takes


def _list(field, known):
    if "enum" in field["items"]:
        return f"a list of {_takes(field['items'], known)}"
    inside, most = _takes(field["items"], known), field.get("maxItems")
    inside = PLURAL.get(inside, inside)
    return f"a list of {inside}" + (f", at most {most:,}" if most else "")


FORMATS = {"date": "a day", "moment": "a day", "clock": "a time", "span": "a length of time"}
PLURAL = {"a day": "days", "words": "names"}
_TAKES = {
    "string": lambda field, known: FORMATS.get(field.get("format"), "words"),
    "boolean": lambda field, known: "`true` or `false`",
    "integer": _number("a whole number"),
    "number": _number("a number"),
    "array": _list,
    "object": lambda field, known: "a message for each of its keys",
}
