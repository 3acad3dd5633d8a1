"""Finding support: by postcode and need, by words, by taxonomy. For the public page and Open Referral alike."""

from dataclasses import dataclass
from math import cos, radians
from typing import NamedTuple

from django.db.models import F, FloatField, Q, Value
from django.db.models.functions import Cast, Sqrt

from borough.foundations.gazetteer import nearby, postcodes

from .models import Place, Support

METRES = nearby.METRES


@dataclass(frozen=True)
class Point:
    latitude: float
    longitude: float


def of_postcode(text: str) -> Point | None:
    """The middle of a postcode's addresses. None where it is no postcode, or none of ours."""
    tidy = postcodes.tidy(text)
    here = nearby.of_postcode(tidy) if tidy else None
    return Point(float(here.latitude), float(here.longitude)) if here else None


def supports():
    """What the directory shows: on offer, or closed for now, by partners who are still with us."""
    return Support.objects.exclude(status=Support.Status.INACTIVE).filter(partner__left_on=None)


def places():
    return Place.objects.exclude(support__status=Support.Status.INACTIVE).filter(support__partner__left_on=None)


def on_offer():
    return places().filter(support__status=Support.Status.ACTIVE)


def near(rows, point: Point, *, within: int | None = None):
    """Places with `metres` from the point, nearest first; `within` so many metres."""
    rows = rows.filter(site__latitude__isnull=False)
    if within is not None:
        up, across = within / METRES, within / METRES / cos(radians(point.latitude))
        rows = rows.filter(
            site__latitude__range=(point.latitude - up, point.latitude + up),
            site__longitude__range=(point.longitude - across, point.longitude + across),
        )
    rows = rows.annotate(metres=_metres(point))
    if within is not None:
        rows = rows.filter(metres__lte=within)
    return rows.order_by("metres", "pk")


def meeting(rows, need: str, *, of: str = "support__"):
    return rows.filter(**{f"{of}needs__contains": [need]})


def worded(rows, text: str, *, of: str = ""):
    """Whose name, description or partner has all of the words."""
    for word in text.split()[:10]:
        rows = rows.filter(
            Q(**{f"{of}name__icontains": word}) | Q(**{f"{of}description__icontains": word})
            | Q(**{f"{of}partner__organisation__name__icontains": word})
        )  # fmt: skip
    return rows


class Found(NamedTuple):
    """As much of a place as its order and the map of wards need, so that the database reads each row but once."""

    pk: int
    ward: int | None
    metres: float | None = None


def found(rows, point: Point | None) -> list[Found]:
    """Every place of `rows`, nearest first; where no point is given, in the order they were added."""
    rows = rows.order_by()
    if point is None:
        return sorted((Found(*row) for row in rows.values_list("pk", "site__ward")), key=lambda one: one.pk)
    rows = rows.filter(site__latitude__isnull=False).annotate(metres=_metres(point))
    every = (Found(*row) for row in rows.values_list("pk", "site__ward", "metres"))
    return sorted(every, key=lambda one: (one.metres, one.pk))


def whole(some: list[Found]) -> list[Place]:
    """The places of one page, in its order, with all that is shown of them."""
    rows = Place.objects.select_related("support__partner__organisation", "site__ward").prefetch_related("hours")
    known = rows.in_bulk([one.pk for one in some])
    for one in some:
        known[one.pk].metres = one.metres
    return [known[one.pk] for one in some]


def _metres(point: Point):
    """How far a site is, as on a plane: right to a few metres within a borough."""
    north = (Cast(F("site__latitude"), FloatField()) - Value(point.latitude)) * Value(float(METRES))
    east = Cast(F("site__longitude"), FloatField()) - Value(point.longitude)
    east *= Value(METRES * cos(radians(point.latitude)))
    return Sqrt(north * north + east * east)
