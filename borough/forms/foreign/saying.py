"""Tests of the other formats in the words of our conditions, once every question has its name."""

import datetime
import operator
import re
from decimal import Decimal

from ..definition.moments import Moment
from .asking import Asked
from .logic import Atom, Field, Test, either
from .loose import number, text
from .notes import Notes

TRUE, FALSE = {"true", "yes", "y", "1"}, {"false", "no", "n", "0"}
ORDERED = {"number", "date"}
_COMPARE = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


class Saying:
    """Knows which question each field became. A test of what nobody asked by then never holds."""

    def __init__(self, asked: list[Asked], notes: Notes):
        self.notes = notes
        self.found: dict[str, list[Asked]] = {}
        for one in asked:
            for key in (one.id, one.source, f"{one.section}.{one.source}"):
                if key:
                    self.found.setdefault(key, []).append(one)

    def of(self, field: str, earlier: set[str] | None) -> Asked | None:
        """The question a field became: one asked by then, where two pages ask under one name."""
        several = self.found.get(field) or self.found.get(field.rsplit(".", 1)[-1]) or []
        if earlier is None:
            return several[0] if several else None
        return next((one for one in several if one.page.path in earlier), None)

    def say(self, test: Test, earlier: set[str], within: str = ""):
        """The test in our words. False, with a note, where it can never hold here."""
        asked = self.of(test.field, earlier)
        if asked is None:
            known = self.of(test.field, None)
            what = "has not been asked by then" if known else "is asked nowhere"
            return self._never(test, f"“{test.field}” {what}, so the condition never holds")
        if asked.within and asked.within != within:
            return self._never(test, f"“{test.field}” is asked several times over, so the condition never holds")
        if test.op in ("answered", "bare"):
            yes = test.op == "bare" and asked.kind == "yes_no"
            return Atom(f"{asked.name} is yes" if yes else f"{asked.name} is answered")
        if test.op == "length":
            return self._never(test, "how long an answer is cannot be asked here, so the condition never holds")
        if isinstance(test.value, Field):
            return self._other(test, asked, earlier)
        if test.value is None:
            return (
                Atom(f"{asked.name} is not answered") if test.op == "is" else self._never(test, "it compares nothing")
            )
        said = _SAY.get(asked.kind, _nothing)(test, asked)
        return said if said is not None else self._never(test, f"“{test.field}” cannot be compared so: it never holds")

    def _other(self, test, asked, earlier):
        other = self.of(test.value.name, earlier)
        if other is None or other.kind != asked.kind or other.within != asked.within or asked.kind == "list":
            return self._never(test, f"“{test.field}” and “{test.value.name}” cannot be compared, so it never holds")
        if test.op != "is" and asked.kind not in ORDERED:
            return self._never(test, f"“{test.field}” is no number or date, so it cannot be compared so")
        return Atom(f"{asked.name} {test.op} {other.name}")

    def _never(self, test, message):
        self.notes.lost(test.path, message, {"field": test.field, "operator": test.op, "value": str(test.value)})
        return False


def _nothing(test, asked):
    return None


def _yes_no(test, asked):
    value = test.value if isinstance(test.value, bool) else _truth(test.value)
    if value is None or test.op not in ("is", "contains"):
        return None
    return Atom(f"{asked.name} is {'yes' if value else 'no'}")


def _truth(value):
    word = str(value).strip().lower()
    return True if word in TRUE else False if word in FALSE else None


def _choice(test, asked):
    if test.op in _COMPARE:
        return _among(test, asked)
    value = _option(test, asked)
    if value is None or test.op not in ("is", "contains"):
        return False if test.op in ("is", "contains") else None
    return Atom(f'{asked.name} is "{value}"', asked.name, f'"{value}"')


def _among(test, asked):
    """A choice of numbers compared with one: the options for which it holds."""
    limit = test.value if isinstance(test.value, Decimal) else number(test.value)
    known = {source: number(source) for source in asked.values}
    if limit is None or None in known.values():
        return None
    holds = _COMPARE[test.op]
    found = [f'"{asked.values[source]}"' for source, value in known.items() if holds(value, limit)]
    return either(*(Atom(f"{asked.name} is {value}", asked.name, value) for value in found))


def _list(test, asked):
    if not asked.values:
        return None
    value = _option(test, asked)
    if value is None or test.op not in ("is", "contains"):
        return False if test.op in ("is", "contains") else None
    return Atom(f'{asked.name} contains "{value}"')


def _option(test, asked):
    """Our value of an option, named by its value or by its words."""
    raw = test.value
    words = str(raw).lower() if isinstance(raw, bool) else text(raw) if isinstance(raw, str) else str(raw)
    for known in (asked.values, asked.labels):
        if words in known:
            return known[words]
    lower = words.strip().lower()
    both = [*asked.values.items(), *asked.labels.items()]
    return next((value for key, value in both if key.strip().lower() == lower), None)


def _number(test, asked):
    value = test.value if isinstance(test.value, Decimal) else number(test.value)
    if value is None or isinstance(test.value, bool) or test.op == "contains":
        return None
    plain = f"{value:f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return Atom(f"{asked.name} {test.op} {plain}") if re.fullmatch(r"-?\d+(\.\d+)?", plain) else None


def _date(test, asked):
    if test.op == "contains":
        return None
    if isinstance(test.value, Moment):
        moment = test.value
        if not moment.count:
            return Atom(f"{asked.name} {test.op} today")
        plural = "" if abs(moment.count) == 1 else "s"
        sign = "+" if moment.count > 0 else "-"
        return Atom(f"{asked.name} {test.op} today {sign} {abs(moment.count)} {moment.unit}{plural}")
    try:
        day = datetime.date.fromisoformat(str(test.value)[:10])
    except ValueError:
        return None
    return Atom(f"{asked.name} {test.op} {day.isoformat()}")


def _text(test, asked):
    if test.op not in ("is", "contains") or isinstance(test.value, Moment):
        return None
    words = str(test.value).lower() if isinstance(test.value, bool) else str(test.value)
    if words == "":
        return Atom(f"{asked.name} is not answered")
    quote = '"' if '"' not in words else "'" if "'" not in words else ""
    if not quote or "\n" in words:
        return None
    return Atom(f"{asked.name} {test.op} {quote}{words}{quote}")


_SAY = {
    "yes_no": _yes_no, "choice": _choice, "list": _list, "number": _number, "date": _date, "text": _text,
}  # fmt: skip


def whole_of(asked: Asked) -> list[str]:
    """Every condition that between them always hold of an answer: each option, or yes and no."""
    if asked.kind == "yes_no" and not asked.question.get("optional"):
        return [f"{asked.name} is yes", f"{asked.name} is no"]
    if asked.kind == "choice" and not asked.question.get("optional"):
        return [f'{asked.name} is "{o["value"]}"' for o in asked.question.get("options", ()) if o.get("value")]
    return []
