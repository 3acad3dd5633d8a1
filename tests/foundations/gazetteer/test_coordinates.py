"""Metres and degrees: as Ordnance Survey works it out, and the same there and back."""

from math import degrees

import pytest
from hypothesis import given
from hypothesis import strategies as some

from borough.foundations.gazetteer import coordinates


def test_the_projection_is_ordnance_surveys():
    """The worked example of its guide, annex C: Caister water tower, on the Airy ellipsoid."""
    phi, lam = coordinates._unprojected(651_409.903, 313_177.270)
    assert degrees(phi) == pytest.approx(52 + 39 / 60 + 27.2531 / 3600, abs=1e-8)
    assert degrees(lam) == pytest.approx(1 + 43 / 60 + 4.5177 / 3600, abs=1e-8)
    assert coordinates._projected(phi, lam) == pytest.approx((651_409.903, 313_177.270), abs=0.001)


@pytest.mark.parametrize(
    ("place", "metres"),
    [((51.50080, -0.12460), (530_270, 179_640)), ((55.94859, -3.19995), (325_165, 673_480))],
)
def test_known_places_are_right_to_about_five_metres(place, metres):
    """Big Ben and Edinburgh Castle, as published maps have them."""
    assert coordinates.metres(*place) == pytest.approx(metres, abs=30)


@given(some.integers(60_000, 655_999), some.integers(5_000, 1_219_999))
def test_metres_come_back_from_degrees(easting, northing):
    assert coordinates.metres(*coordinates.latitude_longitude(easting, northing)) == (easting, northing)


@pytest.mark.parametrize("place", [(48.85, 2.35), (0, 0), (-53.4, -2.1), (89.9, 0)])
def test_places_off_the_grid_are_refused(place):
    with pytest.raises(ValueError, match=str(place[0])):
        coordinates.metres(*place)
