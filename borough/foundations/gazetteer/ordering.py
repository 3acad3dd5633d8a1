"""The order a person looks for a house in: 2, 10, 10a, 12, not 10, 12, 2."""

import re

# A number that words follow: the 14 of "Flat 2, 14 Lark Road", not the 2.
HOUSE = re.compile(r"\b(\d+)([a-z]?)(?:[-/]\d+[a-z]?)? +([a-z][^\d,]*)")
PIECES = re.compile(r"\d+|[^\d\s]+")


def house_number(text: str) -> tuple:
    """A sort key: street, house number, its letter, then the flats, numbers as numbers. Unnumbered come last."""
    text = text.lower()
    house = HOUSE.search(text)
    first = (0, house[3].strip(), int(house[1]), house[2]) if house else (1, "", 0, "")
    return (*first, [(0, int(p), "") if p.isdecimal() else (1, 0, p) for p in PIECES.findall(text)])
