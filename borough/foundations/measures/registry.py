"""What the borough counts. Any room declares its measures here; a room that reads them elsewhere provides them."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

DIRECTIONS = ("up", "down", "none")  # which way is better
Count = Callable[[date], "int | Decimal | None"]


@dataclass(frozen=True)
class Measure:
    """One thing counted. `count(day)` is its value at the end of `day`; None means nobody can know."""

    key: str  # devices-lent
    title: str  # Devices lent
    unit: str  # cases, days, pounds, per cent
    definition: str  # what is counted and what is not, in plain words
    direction: str
    count: Count

    def __post_init__(self):
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", self.key) or len(self.key) > 80:
            raise ValueError(f"measure {self.key!r}: use small letters, digits and hyphens, at most 80")
        if self.direction not in DIRECTIONS:
            raise ValueError(f"measure {self.key}: direction {self.direction!r} is none of {', '.join(DIRECTIONS)}")


_declared: dict[str, Measure] = {}
_providers: list[Callable[[], Iterable[Measure]]] = []


def declare(key: str, title: str, unit: str, definition: str, direction: str, count: Count) -> Measure:
    """Declare one measure, when the room is ready. Raises ValueError for a bad or taken key, or a bad direction."""
    if key in _declared:
        raise ValueError(f"two measures are called {key}")
    _declared[key] = Measure(key, title, unit, definition, direction, count)
    return _declared[key]


def provide(provider: Callable[[], Iterable[Measure]]) -> None:
    """Register a function that gives the measures of the moment, such as those of the services now live."""
    if provider not in _providers:
        _providers.append(provider)


def measures() -> list[Measure]:
    """Every measure, by key. Raises ValueError when two share a key."""
    found = dict(_declared)
    for provider in _providers:
        for measure in provider():
            if measure.key in found:
                raise ValueError(f"two measures are called {measure.key}")
            found[measure.key] = measure
    return [found[key] for key in sorted(found)]


def get(key: str) -> Measure | None:
    return next((measure for measure in measures() if measure.key == key), None)
