"""The page that asks for a place: what it loads, and what its policy lets it reach."""

import pytest

from borough.forms.models import Journey

from ..made import everything_from, publish

pytestmark = pytest.mark.django_db
PAGE = "/apply/everything/on-a-map"
TILES = "https://{s}.tiles.example/{z}/{x}/{y}.png"


def opened(client):
    publish(everything_from("on-a-map"), "everything")
    response = client.get(PAGE)
    assert response.status_code == 200
    return response


def test_without_tiles_nothing_is_loaded_and_nothing_reached(client):
    response = opened(client)
    assert "map.js" not in response.content.decode()
    assert "tiles" not in response["Content-Security-Policy"]


def test_pictures_may_come_from_where_the_tiles_are_on_this_page_alone(client, settings):
    settings.MAP_TILES_URL = TILES
    response = opened(client)
    assert '<script type="module" src="/static/map.js"></script>' in response.content.decode()
    assert "img-src 'self' data: https://*.tiles.example" in response["Content-Security-Policy"]
    for elsewhere in ("/", "/services/everything/", "/services/"):
        assert "tiles.example" not in client.get(elsewhere)["Content-Security-Policy"]


def test_a_place_found_by_its_grid_reference_is_kept_without_javascript(client):
    opened(client)
    response = client.post(PAGE, {"light": "sj 90166 90187", "light-match": ""})
    assert response.status_code == 302
    kept = Journey.objects.get().answers["light"]
    assert (kept["easting"], kept["northing"]) == (390_166, 390_187)
    again = client.get(PAGE).content.decode()
    assert 'value="SJ 90166 90187"' in again


def test_what_cannot_be_found_keeps_what_was_typed_and_offers_it(client):
    opened(client)
    response = client.post(PAGE, {"light": "by the <bandstand>", "light-match": ""})
    html = response.content.decode()
    assert "We cannot find that place" in html
    assert 'value="by the &lt;bandstand&gt;"' in html
    assert 'value="typed by the &lt;bandstand&gt;"' in html
