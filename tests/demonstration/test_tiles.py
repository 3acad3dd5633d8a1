"""The map of the made-up borough: tiles as every web map has them."""

import xml.etree.ElementTree as Xml

import pytest
from hypothesis import given
from hypothesis import strategies as some

from borough.demonstration.tiles import Tile
from borough.foundations.gazetteer.models import Address

MAP = "/demonstration/map"


@given(some.integers(0, 19), some.floats(49, 61), some.floats(-8, 2), some.data())
def test_a_place_lies_on_the_one_tile_whose_corners_hold_it(zoom, latitude, longitude, data):
    across, down = (int(part // 256) for part in Tile(zoom, 0, 0).at(latitude, longitude))
    tile = Tile(zoom, across, down)
    assert tile.is_there
    x, y = tile.at(latitude, longitude)
    assert -0.01 <= x <= 256.01
    assert -0.01 <= y <= 256.01
    south, west, north, east = tile.corners(around=0)
    assert south - 1e-6 <= latitude <= north + 1e-6
    assert west - 1e-6 <= longitude <= east + 1e-6


@pytest.mark.usefixtures("borough")
@pytest.mark.urls("tests.demonstration.urls")
class TestTheMap:
    def test_a_house_and_its_ward_are_on_it(self, client, here):
        house = Address.objects.select_related("ward").filter(ward__isnull=False).first()
        across, down = (int(part // 256) for part in Tile(17, 0, 0).at(float(house.latitude), float(house.longitude)))
        response = client.get(f"{MAP}/17/{across}/{down}.svg")
        assert response["Content-Type"] == "image/svg+xml"
        assert house.line_1 in response.text
        assert [each.tag for each in Xml.fromstring(response.text)][:2] == ["{http://www.w3.org/2000/svg}rect"] * 2

    @pytest.mark.parametrize("tile", ["20/0/0", "3/8/0", "3/0/9", "99/1/1"])
    def test_there_is_none_beyond(self, client, here, tile):
        assert client.get(f"{MAP}/{tile}.svg").status_code == 404

    def test_far_away_there_is_nothing_on_it(self, client, here):
        assert "<circle" not in client.get(f"{MAP}/17/0/0.svg").text

    def test_elsewhere_there_is_no_such_page(self, client, settings):
        settings.DEMONSTRATION = False
        assert client.get(f"{MAP}/0/0/0.svg").status_code == 404
