"""Measures as plain data: for files and for the API."""

from borough.foundations.openly import numbers

from .queries import Figure, Point

COLUMNS = (
    "key", "title", "workstream", "unit", "direction", "latest", "as_at", "freshness", "baseline", "baseline_on",
    "target", "target_on", "typed", "source", "definition", "method", "caveats",
)  # fmt: skip


def brief(figure: Figure) -> dict:
    return {"key": figure.key, "latest": numbers(figure.value), "as_at": figure.as_at}


def whole(figure: Figure) -> dict:
    """Everything about a measure but its history."""
    published = figure.published
    return {
        "key": figure.key,
        "title": figure.title,
        "workstream": published.workstream.key,
        "unit": figure.unit,
        "direction": figure.direction,
        "latest": numbers(figure.value),
        "as_at": figure.as_at,
        "freshness": figure.said,
        "baseline": numbers(published.baseline),
        "baseline_on": published.baseline_on,
        "target": numbers(published.target),
        "target_on": published.target_on,
        "typed": published.typed,
        "source": figure.source,
        "definition": figure.definition,
        "method": published.method,
        "caveats": published.caveats,
    }


def reading(point: Point) -> dict:
    return {
        "day": point.day,
        "value": numbers(point.value),
        "problem": point.problem,
        "by": point.by,
        "source": point.source,
    }


def rows(figures) -> list[list]:
    """Every measure as rows of a spreadsheet, names first; the first column is the key."""
    return [list(COLUMNS), *([whole(figure)[name] for name in COLUMNS] for figure in figures)]


def reading_rows(figure, points) -> list[list]:
    names = ["key", "day", "value", "problem", "typed_by", "source"]
    return [names, *([figure.key, one.day, numbers(one.value), one.problem, one.by, one.source] for one in points)]
