"""Pence: whole numbers, read from pounds and written as pounds."""

import re
from fractions import Fraction

POUNDS = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,2})?")


def half_up(amount: Fraction) -> int:
    """To the nearest whole number; a half goes up, away from nought."""
    size = abs(amount)
    whole = (2 * size.numerator + size.denominator) // (2 * size.denominator)
    return whole if amount >= 0 else -whole


def pence(pounds: object) -> int:
    """`"109.07"` or `109` → 10907. Raises ValueError: it is no amount of money."""
    text = str(pounds).strip().removeprefix("£").replace(",", "")
    if isinstance(pounds, bool | None) or not POUNDS.fullmatch(text):
        raise ValueError(f"“{str(pounds)[:40]}” is no amount of money. Write it like 1234.56")
    whole, _, part = text.removeprefix("-").partition(".")
    found = int(whole) * 100 + int(part.ljust(2, "0") or 0)
    return -found if text.startswith("-") else found


def pounds(amount: int) -> str:
    """10907 → `109.07`."""
    sign, size = ("-", -amount) if amount < 0 else ("", amount)
    return f"{sign}{size // 100}.{size % 100:02}"
