"""Where the workstreams lie in the diagram of three areas that overlap: pure geometry."""

import math
from dataclasses import dataclass

WIDE, HIGH = 560, 536
RADIUS = 160
CENTRES = {"communities": (280, 196), "place": (190, 336), "council": (370, 336)}
NAMES = {"communities": (280, 22), "place": (106, 522), "council": (454, 522)}
# The middle of each region, by the areas that meet there.
MIDDLES = {
    ("communities",): (280, 132),
    ("place",): (122, 366),
    ("council",): (438, 366),
    ("communities", "place"): (200, 254),
    ("communities", "council"): (360, 254),
    ("place", "council"): (280, 404),
    ("communities", "place", "council"): (280, 291),
}
STEP = 38  # between two marks
ROW = 3  # marks beside each other


@dataclass(frozen=True)
class Mark:
    """One workstream in the diagram, by its number in the list beside it."""

    number: int
    item: object
    x: float
    y: float


def region(areas) -> tuple[str, ...]:
    return tuple(area for area in CENTRES if area in areas)


def marks(items: list[tuple[object, list[str]]]) -> list[Mark]:
    """From (item, its areas), numbered in their order, marks that do not touch, each in the region of its areas."""
    regions: dict[tuple[str, ...], list[tuple[int, object]]] = {}
    for number, (item, areas) in enumerate(items, 1):
        regions.setdefault(region(areas), []).append((number, item))
    found = []
    for where, inside in regions.items():
        x, y = MIDDLES[where]
        across = ROW if len(where) == 1 else 2
        rows = math.ceil(len(inside) / across)
        for at, (number, item) in enumerate(inside):
            row, column = divmod(at, across)
            here = min(across, len(inside) - row * across)
            found.append(Mark(number, item, x + (column - (here - 1) / 2) * STEP, y + (row - (rows - 1) / 2) * STEP))
    return sorted(found, key=lambda mark: mark.number)


def overlaps(items: list[tuple[object, list[str]]]) -> list[tuple[tuple[str, ...], list]]:
    """The same as a list: (areas, [(number, item), …]) for every region that has any, single areas first."""
    found = {where: [] for where in MIDDLES}
    for number, (item, areas) in enumerate(items, 1):
        found[region(areas)].append((number, item))
    return [(where, inside) for where, inside in found.items() if inside]
