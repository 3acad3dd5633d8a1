"""Values worked out from answers, shown and compared as if somebody had given them."""

from decimal import ROUND_HALF_UP, Decimal

from borough.design.filters import pounds

from . import formulas
from .model import Calculated


class Value:
    """A calculated value, compiled. It is kept as text such as "12.50": of money, pounds.

    `needs` are the values worked out for it, itself the last, each after those it uses.
    """

    secret = False
    type = "calculated"

    def __init__(self, calculated: Calculated, above: dict[str, "Value"]):
        self.name, self.label, self.shown = calculated.name, calculated.label, calculated.shown
        self.money = calculated.kind == "money"
        self.decimals = 2 if self.money else calculated.decimals
        self.tree = formulas.parse(calculated.value)
        self._evaluate = formulas.evaluator(self.tree)
        used = [above[name] for name in sorted(formulas.names(self.tree)) if name in above]
        self.needs = tuple(dict.fromkeys([*(one for value in used for one in value.needs), self.name]))

    def work_out(self, logic: dict) -> Decimal | None:
        """The value, rounded half up."""
        found = self._evaluate(logic)
        return None if found is None else found.quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP)

    def text(self, logic: dict) -> str | None:
        """The value as it is kept."""
        found = self.work_out(logic)
        return None if found is None else str(found)

    def display(self, value: str | None) -> str:
        if value is None:
            return ""
        return pounds(int(Decimal(value) * 100)) if self.money else f"{Decimal(value):,.{self.decimals}f}"

    def export(self, value: str | None) -> str:
        return value or ""

    def logic(self, value: str | None) -> Decimal | None:
        return None if value is None else Decimal(value)


class Logic(dict):
    """Answers as conditions compare them; a calculated value is worked out when it is asked for, once for one state."""

    def __init__(self, values: dict[str, Value], known=()):
        super().__init__(known)
        self._values, self._worked_out = values, {}

    def __setitem__(self, name, value):
        self._worked_out = {}
        super().__setitem__(name, value)

    def get(self, name, default=None):
        value = self._values.get(name)
        if value is None:
            return super().get(name, default)
        for one in value.needs:
            if one not in self._worked_out:
                self._worked_out[one] = self._values[one].work_out(self)
        return self._worked_out[name]

    def copy(self) -> "Logic":
        return Logic(self._values, self)
