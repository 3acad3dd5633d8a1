"""Numbers and money."""

from decimal import Decimal, InvalidOperation
from typing import Annotated, Literal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from pydantic import Field

from borough.design.filters import pounds

from .base import Question, Typed, Words

LARGEST = 10**15  # of a bound: beyond it a number is a slip, and 1e999999999 would take for ever to write out
Bound = Annotated[Decimal, Field(ge=-LARGEST, le=LARGEST, decimal_places=6)]


def decimal(text: str) -> Decimal:
    """The number in `text`, as people write it: 1,250 or 1250.50. Raises ValueError."""
    bare = text.replace(",", "").replace(" ", "").replace("\u2212", "-")
    if len(bare) > 30 or not bare or not bare.isascii():
        raise ValueError
    try:
        number = Decimal(bare)
    except InvalidOperation as wrong:
        raise ValueError from wrong
    if not number.is_finite() or "e" in bare.lower() or "_" in bare:
        raise ValueError
    return number


class Number(Question):
    """A number: how many, how long, how heavy. People may write 1,250 or 1250.

    For pounds use `money`. What only looks like a number and is never added up, such as a reference or an account
    number, is `text`.
    """

    type: Literal["number"] = "number"
    template = "number"
    logic_kind = "number"
    min: Bound | None = Field(None, description="The least it may be")
    max: Bound | None = Field(None, description="The most it may be")
    decimals: int = Field(0, ge=0, le=6, description="How many decimal places it may have; 0 for whole numbers alone")
    unit: Words = Field("", description="Shown after the box: “hours”")

    def parse(self, typed: Typed, today):
        try:
            number = decimal(typed[self.name])
        except ValueError:
            raise self.invalid("invalid", _("{who} must be a number, like {like}"), like=self._plain()) from None
        if -number.as_tuple().exponent > self.decimals:
            some, none = _("{who} can have at most {most} decimal places"), _("{who} must be a whole number")
            raise self.invalid("invalid", some if self.decimals else none, most=self.decimals)
        if self.min is not None and number < self.min:
            raise self.invalid("too_small", _("{who} must be {least} or more"), least=self.min)
        if self.max is not None and number > self.max:
            raise self.invalid("too_big", _("{who} must be {most} or less"), most=self.max)
        return str(number) if self.decimals else int(number)

    def _plain(self):
        low = self.min if self.min is not None else Decimal(0)
        high = self.max if self.max is not None else low + 100
        return int(low) if low >= 1 else int(min(max(low, Decimal(4)), high))

    def logic(self, value):
        return None if value is None else Decimal(str(value))

    def display(self, value):
        return "" if value is None else f"{Decimal(str(value)):,}" + (f" {self.unit}" if self.unit else "")

    def samples(self):
        low = self.min if self.min is not None else min(Decimal(0), self.max if self.max is not None else Decimal(0))
        high = self.max if self.max is not None else low + 1000
        middle = (low + high) // 2 if (low + high) // 2 >= low else low
        return [{self.name: str(n)} for n in dict.fromkeys((middle, low, high))]

    def faults(self):
        if self.min is not None and self.max is not None and self.min > self.max:
            yield ("min",), "`min` is more than `max`, so no answer would do"


class Money(Question):
    """Pounds and pence. People may write 120, 120.50 or £1,200.

    It is kept in pence, so that no sum ever loses a penny. Conditions and formulas have it in pounds.
    """

    type: Literal["money"] = "money"
    template = "money"
    noun = N_("The amount")
    logic_kind = "number"
    min: Bound = Field(Decimal(0), description="The least it may be, in pounds")
    max: Bound = Field(Decimal(10_000_000), description="The most it may be, in pounds")

    def parse(self, typed: Typed, today):
        try:
            amount = decimal(typed[self.name].replace("£", ""))
        except ValueError:
            raise self.invalid("invalid", _("{who} must be an amount of money, like 120 or 120.50")) from None
        if -amount.as_tuple().exponent > 2:
            raise self.invalid("invalid", _("{who} must be pounds and pence, like 120.50"))
        if amount < self.min:
            least = pounds(int(self.min * 100))
            raise self.invalid("too_small", _("{who} must be {least} or more"), least=least)
        if amount > self.max:
            most = pounds(int(self.max * 100))
            raise self.invalid("too_big", _("{who} must be {most} or less"), most=most)
        return int(amount * 100)

    def typed(self, value):
        return {self.name: "" if value is None else pounds(value).lstrip("£")}

    def logic(self, value):
        """In pounds, as the definition's own `min` and `max` are."""
        return None if value is None else Decimal(value) / 100

    def display(self, value):
        return "" if value is None else pounds(value)

    def export(self, value):
        """In pounds, as text, for a number would lose its pence: “120.50”."""
        return None if value is None else f"{Decimal(value) / 100:.2f}"

    def samples(self):
        low, high = self.min, min(self.max, self.min + 5_000)
        return [{self.name: f"{n:.2f}"} for n in dict.fromkeys(((low + high) / 2, low, self.max))]

    def faults(self):
        if self.min > self.max:
            yield ("min",), "`min` is more than `max`, so no answer would do"
