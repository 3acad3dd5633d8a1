"""Measures as plain data: for files and for the API."""

from .queries import Figure, Point

COLUMNS = (
    "key", "title", "workstream", "unit", "direction", "latest", "as_at", "freshness", "baseline", "baseline_on",
    "target", "target_on", "typed", "source", "definition", "method", "caveats",
)  # fmt: skip


def plain(value):
    """A Decimal as a number: an int where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def brief(figure: Figure) -> dict:
    return {"key": figure.key, "latest": plain(figure.value), "as_at": figure.as_at}


def whole(figure: Figure) -> dict:
    """Everything about a measure but its history."""
    published = figure.published
    return {
        "key": figure.key,
        "title": figure.title,
        "workstream": published.workstream.key,
        "unit": figure.unit,
        "direction": figure.direction,
        "latest": plain(figure.value),
        "as_at": figure.as_at,
        "freshness": figure.said,
        "baseline": plain(published.baseline),
        "baseline_on": published.baseline_on,
        "target": plain(published.target),
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
        "value": plain(point.value),
        "problem": point.problem,
        "by": point.by,
        "source": point.source,
    }


def rows(figures) -> list[list]:
    """Every measure as rows of a spreadsheet, names first; the first column is the key."""
    return [list(COLUMNS), *([whole(figure)[name] for name in COLUMNS] for figure in figures)]


def reading_rows(figure, points) -> list[list]:
    return [["key", "day", "value", "problem", "typed_by", "source"],
            *([figure.key, one.day, plain(one.value), one.problem, one.by, one.source] for one in points)]  # fmt: skip
