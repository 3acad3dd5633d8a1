"""Conditions of the two formats as trees: by name or id, nested in groups, referring to one another."""

from decimal import Decimal

from ..definition.moments import Moment
from . import expressions
from .logic import Field, Test, both, either, negated
from .loose import Part, number, text
from .outline import Outline

MOST_DEEP = 40
OPERATORS = {
    "is": "is",
    "is not": "is not",
    "==": "is",
    "!=": "is not",
    "equals": "is",
    "contains": "contains",
    "in": "contains",
    "does not contain": "not contains",
    "is at least": ">=",
    "is at most": "<=",
    "is less than": "<",
    "is more than": ">",
    "is greater than": ">",
    ">=": ">=",
    "<=": "<=",
    "<": "<",
    ">": ">",
    "is before": "<",
    "is after": ">",
    "is longer than": "longer",
    "is shorter than": "shorter",
    "has length": "length",
}
LENGTHS = {"longer": ">", "shorter": "<", "length": "is"}
TURNED = {">=": "<=", "<=": ">=", "<": ">", ">": "<"}  # “at least 18 years in the past” is 18 years ago or before


class Conditions:
    """Every condition of a form, read once when asked for."""

    def __init__(self, form: Outline):
        self.form, self.notes = form, form.notes
        self.kept: dict[str, object] = {}
        self.open: set[str] = set()

    def of(self, reference: str, path: str):
        """The tree that `reference` names: a condition's name or id, else an expression itself. None if unreadable."""
        part = self.form.conditions.get(reference)
        if part is None and any(mark in reference for mark in "=<> .!("):
            return self._expression(reference, path)
        if part is None:
            self.notes.lost(path, f"there is no condition “{reference}”, so it never holds")
            return False
        if reference in self.open or len(self.open) > MOST_DEEP:
            self.notes.lost(part.path, "the condition refers to itself, so it never holds", part.raw)
            return False
        if reference not in self.kept:
            self.open.add(reference)
            self.kept[reference] = self._whole(part)
            self.open.discard(reference)
        return self.kept[reference]

    def known(self, name: str) -> bool:
        return name in self.form.conditions

    def _expression(self, words: str, path: str):
        try:
            return self._named(expressions.read(words), path)
        except expressions.Unreadable as wrong:
            self.notes.lost(path, f"we cannot say this condition ({wrong}), so it never holds", words)
            return False

    def _named(self, tree, path):
        """An expression's bare names that are other conditions."""
        from .logic import settled

        def say(test):
            if test.op == "bare" and self.known(test.field):
                return self.of(test.field, path)
            return Test(test.field, test.op, test.value, path)

        return settled(tree, say)

    def _whole(self, part: Part):
        part.ignore("name", "id", "displayName", "expression")
        if "items" in part.raw:
            joint = part.name("coordinator").lower()
            found = [self._one(one, 0) for one in part.parts("items")]
            part.leave()
            return self._joined([(joint, one) for one in found], part.path)
        value = part.take("value")
        part.leave()
        if isinstance(value, str):
            return self._expression(value, part.at("value"))
        if isinstance(value, dict):
            return self._group(Part(value, part.at("value"), self.notes), 0)
        self.notes.lost(part.path, "the condition says nothing, so it never holds", part.raw)
        return False

    def _group(self, part: Part, deep: int):
        part.ignore("name", "coordinator")
        if deep > MOST_DEEP:
            self.notes.lost(part.path, "the condition nests too deep, so it never holds")
            return False
        found = [(self._coordinator(one), self._one(one, deep + 1)) for one in part.parts("conditions")]
        part.leave()
        return self._joined(found, part.path)

    def _coordinator(self, part: Part) -> str:
        """How it is joined to the one before. A group is joined by the word of its first."""
        word = text(part.raw.get("coordinator")).lower()
        inner = part.raw.get("conditions")
        for _ in range(MOST_DEEP):
            if word or not (isinstance(inner, list) and inner and isinstance(inner[0], dict)):
                break
            word, inner = text(inner[0].get("coordinator")).lower(), inner[0].get("conditions")
        return word

    def _joined(self, found, path):
        """“and” binds closer than “or”, as both engines have it."""
        if not found:
            self.notes.lost(path, "the condition says nothing, so it never holds")
            return False
        groups = [[found[0][1]]]
        for joint, tree in found[1:]:
            if joint == "or":
                groups.append([tree])
            else:
                groups[-1].append(tree)
        return either(*(both(*group) for group in groups))

    def _one(self, part: Part, deep: int):
        part.ignore("coordinator", "id", "conditionDisplayName")
        if isinstance(part.raw.get("conditions"), list):
            return self._group(part, deep)
        reference = part.name("conditionName", "conditionId")
        if reference:
            part.leave()
            return self.of(reference, part.path)
        return self._test(part)

    def _test(self, part: Part):
        named = part.take("field")
        field = named if isinstance(named, str) else text(named.get("name")) if isinstance(named, dict) else ""
        field = field or part.name("componentId", "componentName")
        operator = OPERATORS.get(part.name("operator").lower())
        kind, value = part.name("type"), part.take("value")
        part.ignore("expression")
        part.leave()
        if not field or operator is None:
            self.notes.lost(part.path, "we cannot say this test, so it never holds", part.raw)
            return False
        if isinstance(value, dict):
            return self._of_value(field, operator, value, part)
        if operator in LENGTHS:
            return Test(field, "length", (LENGTHS[operator], number(value) or Decimal(0)), part.path)
        found = value if isinstance(value, bool) else number(value) if kind == "NumberValue" else text(value)
        return self._as(field, operator, found, part)

    def _of_value(self, field, operator, value: dict, part: Part):
        if "itemId" in value or "listId" in value:
            return self._items(field, operator, value, part)
        period = number(value.get("period", value.get("timePeriod")))
        unit = text(value.get("unit", value.get("timeUnit"))).lower().rstrip("s")
        if period is not None and unit in expressions.UNITS:
            past = "past" in text(value.get("direction")).lower()
            if past:
                operator = TURNED.get(operator, operator)
            count = max(-9999, min(9999, int(period)))
            return self._as(field, operator, Moment(-count if past else count, unit), part)
        if period is not None:
            self.notes.lost(
                part.path, f"nothing of ours counts in {unit or 'such'}, so the condition never holds", value
            )
            return False
        inner = value.get("value")
        if operator in LENGTHS:
            return Test(field, "length", (LENGTHS[operator], number(inner) or Decimal(0)), part.path)
        return self._as(field, operator, inner if isinstance(inner, bool) else text(inner), part)

    def _items(self, field, operator, value, part):
        """Items of a list by their ids: one of several will do, unless the form says that all must be there."""
        wanted = value.get("itemId")
        wanted = [text(one) for one in (wanted if isinstance(wanted, list) else [wanted])]
        here = self.form.lists.get(text(value.get("listId")))
        found = {}
        for item in here.raw.get("items") if here and isinstance(here.raw.get("items"), list) else []:
            if isinstance(item, dict):
                found[text(item.get("id"))] = text(item.get("value")) or text(item.get("text"))
        tests = []
        for one in wanted:
            if one in found:
                tests.append(self._as(field, operator, found[one], part))
            else:
                self.notes.lost(part.path, "the condition names an option that its list has not", value)
        no = operator.startswith(("is not", "not"))
        every = text(value.get("itemsCoordinator")).lower() == "and" or (no and operator == "is not")
        return (both if every else either)(*tests) if tests else False

    def _as(self, field, operator, value, part):
        no = operator in ("is not", "not contains")
        operator = {"is not": "is", "not contains": "contains"}.get(operator, operator)
        found = Test(field, operator, value, part.path)
        return negated(found) if no else found


__all__ = ["Conditions", "Field"]
