"""What is near a point, of addresses whose place is known."""

import pytest

from borough.foundations.gazetteer import nearby
from borough.foundations.gazetteer.models import Address, Street

pytestmark = pytest.mark.django_db


@pytest.fixture
def road(db):
    """Two houses some 70 metres apart, and one whose place nobody knows."""
    street = Street.objects.create(usrn=40_000_001, name="Lark Road", town="Ambleton")
    for uprn, place in {101: (53.4084, -2.1494), 102: (53.4084, -2.1484), 103: (None, None)}.items():
        latitude, longitude = place
        Address.objects.create(
            uprn=uprn, line_1=f"{uprn} Lark Road", postcode="SK1 1AA", street=street, latitude=latitude,
            longitude=longitude,
        )  # fmt: skip
    return street


@pytest.mark.parametrize(
    ("place", "uprn"), [((53.4085, -2.1493), 101), ((53.4084, -2.1487), 102), ((53.4100, -2.1494), 101)]
)
def test_the_nearest_address(road, place, uprn):
    assert nearby.nearest(*place).uprn == uprn


@pytest.mark.parametrize("place", [(53.4115, -2.1494), (53.4084, -2.1540)])
def test_nothing_is_near_beyond_250_metres(road, place):
    assert nearby.nearest(*place) is None


def test_the_middle_of_a_street_and_the_corners_of_all(road):
    assert nearby.middle(road) == pytest.approx((53.4084, -2.1489))
    assert nearby.bounds() == ((53.4084, -2.1494), (53.4084, -2.1484))


def test_where_no_place_is_known(db):
    street = Street.objects.create(usrn=40_000_002, name="New Lane")
    assert nearby.middle(street) is None
    assert nearby.bounds() is None
    assert nearby.nearest(53.4, -2.1) is None
