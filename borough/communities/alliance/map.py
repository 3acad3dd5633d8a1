"""A map of wards to choose from, drawn here: a circle in the middle of each ward, as large as the help in it."""

from dataclasses import dataclass
from math import cos, radians, sqrt

from django.core.cache import cache
from django.db.models import Avg

from borough.foundations.gazetteer.models import Address, Ward

WIDE, EDGE = 600, 40  # of the drawing, in its own units
LEAST, MOST = 6, 22  # radius
DAY = 86_400


@dataclass(frozen=True)
class Spot:
    ward: Ward
    x: float
    y: float
    radius: float
    many: int


def middles() -> list[tuple[Ward, float, float]]:
    """Where each ward's addresses are, kept for a day."""
    found = cache.get("alliance:middles")
    if found is None:
        rows = Address.objects.filter(latitude__isnull=False).exclude(ward=None).order_by().values_list("ward")
        middle = {ward: (float(a), float(o)) for ward, a, o in rows.annotate(Avg("latitude"), Avg("longitude"))}
        found = [(ward, *middle[ward.pk]) for ward in Ward.objects.filter(pk__in=middle)]
        cache.set("alliance:middles", found, DAY)
    return found


def drawn(counts: dict[int, int]) -> dict | None:
    """{spots, width, height}. None where we know no place of any ward."""
    known = middles()
    if not known:
        return None
    north, south = max(a for _w, a, _o in known), min(a for _w, a, _o in known)
    west, east = min(o for _w, _a, o in known), max(o for _w, _a, o in known)
    narrowing = cos(radians((north + south) / 2))
    scale = (WIDE - 2 * EDGE) / max((east - west) * narrowing, 1e-6)
    most = max(counts.values(), default=1)
    spots = [
        Spot(ward, round(EDGE + (o - west) * narrowing * scale, 1), round(EDGE + (north - a) * scale, 1),
             round(LEAST + (MOST - LEAST) * sqrt(counts.get(ward.pk, 0) / most), 1), counts.get(ward.pk, 0))
        for ward, a, o in known
    ]  # fmt: skip
    return {"spots": spots, "width": WIDE, "height": round(2 * EDGE + (north - south) * scale)}
