"""What is near a point, and where things are. Points are (latitude, longitude) in degrees."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from math import cos, radians
from statistics import fmean

from django.db.models import Avg, F, Max, Min

from .models import Address, Street, Ward

METRES = 111_320  # in a degree of latitude
NEAR = 250  # metres: what is farther off says nothing of where somebody stands


def nearest(latitude: float, longitude: float) -> Address | None:
    """The address nearest to a point, if any is near."""
    narrowing = cos(radians(latitude))
    up, across = NEAR / METRES, NEAR / METRES / narrowing
    here = Address.objects.filter(
        latitude__range=(_decimal(latitude - up), _decimal(latitude + up)),
        longitude__range=(_decimal(longitude - across), _decimal(longitude + across)),
    )
    north, east = F("latitude") - _decimal(latitude), (F("longitude") - _decimal(longitude)) * _decimal(narrowing)
    return here.annotate(away=north * north + east * east).order_by("away", "uprn").first()


def middle(street: Street) -> tuple[float, float] | None:
    """Among the addresses of a street. None where we know no place of any."""
    found = street.addresses.aggregate(latitude=Avg("latitude"), longitude=Avg("longitude"))
    return (float(found["latitude"]), float(found["longitude"])) if found["latitude"] is not None else None


@dataclass(frozen=True)
class Middle:
    latitude: Decimal
    longitude: Decimal
    ward: Ward | None  # where most of its addresses are


def of_postcode(postcode: str) -> Middle | None:
    """The middle of a tidy postcode's addresses, and their ward. None where we know none with a place."""
    here = Address.objects.filter(postcode=postcode, latitude__isnull=False).select_related("ward")
    found = list(here.only("latitude", "longitude", "ward")[:200])
    if not found:
        return None
    wards = Counter(address.ward for address in found if address.ward)
    middle = [_decimal(fmean(getattr(address, name) for address in found)) for name in ("latitude", "longitude")]
    return Middle(*middle, wards.most_common(1)[0][0] if wards else None)


def bounds() -> tuple[tuple[float, float], tuple[float, float]] | None:
    """The south-west and north-east corners of all addresses. None where we know no place of any."""
    found = Address.objects.aggregate(
        south=Min("latitude"), west=Min("longitude"), north=Max("latitude"), east=Max("longitude")
    )
    if found["south"] is None:
        return None
    return (float(found["south"]), float(found["west"])), (float(found["north"]), float(found["east"]))


def _decimal(number: float) -> Decimal:
    return Decimal(f"{number:.6f}")
