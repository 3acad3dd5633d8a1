"""CSV that a spreadsheet opens without running anything in it."""

import csv
from collections.abc import Iterable
from io import StringIO

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def text(rows: Iterable[Iterable]) -> str:
    """The rows, one a line. Dates as 2026-04-03."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def safe(cell) -> str:
    """Text that no spreadsheet takes for a formula: one that would begin like it gets an apostrophe in front."""
    cell = "" if cell is None else str(cell).replace("\0", "")
    return f"'{cell}" if cell.lstrip(" \xa0").startswith(_STARTS) else cell
