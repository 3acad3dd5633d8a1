"""Published and derived examples, where they are at hand: they stand beside the project, not in it."""

import csv
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "vectors"


def rows(name: str) -> list:
    """The rows of an example file as parameters, each by its first column; one that is skipped where there is none."""
    path = FOLDER / name
    if not path.exists():  # a clone of the project alone has no such folder, and its tests must pass all the same
        return [pytest.param({}, marks=pytest.mark.skip(reason=f"{name} is not beside the project"))]
    with path.open(encoding="utf-8", newline="") as file:
        return [pytest.param(row, id=next(iter(row.values()))) for row in csv.DictReader(file)]
