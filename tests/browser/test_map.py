"""A place on a map: tapped, chosen by keyboard, or typed where there is no JavaScript. Tiles are a file of our own."""

import pytest
from playwright.sync_api import expect

from borough.forms.models import Journey
from borough.foundations.gazetteer.models import Address
from tests.forms import made

from .accessible import check
from .hands import follow

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = "/apply/everything/on-a-map"


@pytest.fixture(autouse=True)
def tiles(transactional_db, settings):
    settings.MAP_TILES_URL, settings.MAP_CREDIT = "/static/favicon.svg?{z}/{x}/{y}", "© Example maps"
    for uprn, north, west in ((101, "53.400", "-2.160"), (102, "53.416", "-2.140")):
        Address.objects.create(
            uprn=uprn, line_1=f"{uprn} Lark Road", postcode="SK1 1AA", latitude=north, longitude=west
        )
    made.publish(made.everything_from("on-a-map"), "everything")


def kept():
    return Journey.objects.get().answers["light"]


def next_page(page):
    follow(page.get_by_role("button", name="Continue").last)


def test_a_tap_says_where(narrow):
    narrow.goto(PAGE)
    area = narrow.get_by_role("application")
    expect(area.locator("img.leaflet-tile-loaded").first).to_be_visible()
    check(narrow)
    area.click(position={"x": 140, "y": 160})
    box = narrow.get_by_label("Where is the street light?", exact=True)
    expect(box).to_have_value("A place on the map")
    next_page(narrow)
    assert abs(kept()["easting"] - 390_166) < 300
    narrow.goto(PAGE)
    expect(narrow.locator(".app-map__pin")).to_be_visible()
    check(narrow)


def test_the_keyboard_says_where(desktop):
    desktop.goto(PAGE)
    area = desktop.get_by_role("application")
    area.focus()
    area.press("ArrowRight")
    area.press("Enter")
    expect(desktop.locator(".app-map__pin")).to_be_visible()
    next_page(desktop)
    assert kept()["near"] is True


def test_words_typed_after_a_tap_are_what_counts(narrow):
    narrow.goto(PAGE)
    narrow.get_by_role("application").click(position={"x": 140, "y": 160})
    narrow.get_by_label("Where is the street light?", exact=True).fill("101 Lark Road")
    expect(narrow.locator(".app-map__pin")).to_have_count(0)
    next_page(narrow)
    assert kept()["uprn"] == 101


def test_a_tap_after_words_that_were_not_found(narrow):
    narrow.goto(PAGE)
    narrow.get_by_label("Where is the street light?", exact=True).fill("by the bandstand")
    next_page(narrow)
    check(narrow)
    narrow.get_by_label("Use what I typed").check()
    narrow.get_by_role("application").click(position={"x": 140, "y": 160})
    next_page(narrow)
    assert kept()["easting"]


def test_without_javascript_the_box_alone_does(visit):
    page = visit("narrow", javascript=False)
    page.goto(PAGE)
    expect(page.get_by_role("application")).to_have_count(0)
    page.get_by_label("Where is the street light?", exact=True).fill("SK1 1AA")
    next_page(page)
    page.get_by_label("102 Lark Road, SK1 1AA").check()
    next_page(page)
    assert kept()["uprn"] == 102
