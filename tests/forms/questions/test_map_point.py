"""A place: found by whatever somebody knows of it, or tapped on a map; and nobody is stuck who can only describe it."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from borough.forms.drawing import draw
from borough.forms.questions import Invalid
from borough.foundations.gazetteer.models import Address, Street

from .kinds import make

TODAY = datetime.date(2026, 11, 22)
AT = {"easting": 390_166, "northing": 390_187}  # of 53.4084, -2.1494
QUESTION = make("map_point")


def clean(text, match=""):
    return QUESTION.clean({"q": text, "q-match": match}, TODAY)


@pytest.fixture
def road(db):
    street = Street.objects.create(usrn=40_000_001, name="Lark Road", town="Ambleton")
    for uprn, west in {101: "-2.1494", 102: "-2.1484"}.items():
        Address.objects.create(
            uprn=uprn, line_1=f"{uprn - 100} Lark Road", town="Ambleton", postcode="SK1 1AA", street=street,
            latitude="53.4084", longitude=west,
        )  # fmt: skip
    return street


@pytest.mark.parametrize("typed", ["53.4084, -2.1494", "53.4084 −2.1494", "SJ 90166 90187", "390166 390187"])
def test_a_point_as_people_write_it_knows_what_it_is_near(road, typed):
    value = clean(typed)
    assert value == AT | {"place": "1 Lark Road, Ambleton, SK1 1AA", "near": True, "uprn": 101, "usrn": 40_000_001}
    assert QUESTION.display(value) == "Near 1 Lark Road, Ambleton, SK1 1AA\nGrid reference SJ 90166 90187"


def test_a_point_on_the_map_is_taken(road):
    words = "A place on the map"
    assert clean(words, f"@53.408400,-2.149400 {words}") == clean("53.4084, -2.1494")


@pytest.mark.parametrize("typed", ["1 Lark Road", "1 lark road, ambleton, sk1 1aa"])
def test_an_address_typed_is_that_address(road, typed):
    value = clean(typed)
    assert value == AT | {"place": "1 Lark Road, Ambleton, SK1 1AA", "near": False, "uprn": 101, "usrn": 40_000_001}


def test_a_postcode_lists_its_addresses_to_choose_from(road):
    with pytest.raises(Invalid, match="Choose it from the list") as wrong:
        clean("sk11aa")
    html = str(draw(QUESTION, {"q": "sk11aa", "q-match": ""}, {"q": wrong.value.message}))
    key = "u102@53.408400,-2.148400"
    assert f'value="{key} sk11aa"' in html
    assert clean("sk11aa", f"{key} sk11aa")["uprn"] == 102


def test_a_street_is_its_middle(road):
    value = clean("Lark Road, Ambleton")
    assert (value["place"], value["usrn"], value["uprn"]) == ("Lark Road, Ambleton", 40_000_001, None)
    assert abs(value["easting"] - 390_199) < 2
    assert QUESTION.clean(QUESTION.typed(value), TODAY) == value


def test_somebody_who_can_only_describe_it_may(db):
    with pytest.raises(Invalid, match="or choose what you typed"):
        clean("by the bandstand")
    value = clean("by the bandstand", "typed by the bandstand")
    assert value == {"easting": None, "northing": None, "place": "by the bandstand", "near": False} | {
        "uprn": None, "usrn": None,
    }  # fmt: skip
    assert QUESTION.clean(QUESTION.typed(value), TODAY) == value
    assert QUESTION.link(value) == ""
    assert QUESTION.export(value)["latitude"] is None


def test_a_back_office_gets_it_in_every_way_of_writing_it(road):
    found = QUESTION.export(clean("53.4084, -2.1494"))
    assert (found["latitude"], found["longitude"]) == pytest.approx((53.4084, -2.1494), abs=0.00001)
    assert (found["easting"], found["reference"]) == (390_166, "SJ 90166 90187")


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("48.85, 2.35", ""), ("SK13", ""), ("99.9 9.9", ""), ("x", "@48.850000,2.350000 x"), ("x", "u9@1,1 x"),
        ("x", "@53.4084,-2.1494 y"), ("x", "s1@53.4084,-2.1494 x"), ("x", "u101@53.4084,-2.1494 x"),
    ],
)  # fmt: skip
def test_what_says_no_place_here_is_refused(db, text, match):
    with pytest.raises(Invalid):
        clean(text, match)


@given(some.floats(49.9, 60.8), some.floats(-7, 1.7))
def test_any_point_of_britain_comes_back_as_it_was(django_db_blocker, latitude, longitude):
    with django_db_blocker.unblock():
        try:
            value = clean("here", f"@{latitude:.6f},{longitude:.6f} here")
        except Invalid:
            return  # at sea, off the grid
        assert QUESTION.clean(QUESTION.typed(value), TODAY) == value


def test_there_is_a_map_only_where_there_are_tiles(road, settings):
    assert "data-map" not in str(draw(QUESTION, QUESTION.typed(None), {}))
    settings.MAP_TILES_URL, settings.MAP_CREDIT = "https://tiles.example/{z}/{x}/{y}.png", "© <Maps>"
    html = str(draw(QUESTION, QUESTION.typed(None), {}))
    assert 'data-tiles="https://tiles.example/{z}/{x}/{y}.png"' in html
    assert 'data-bounds="53.4084,-2.1494,53.4084,-2.1484"' in html
    assert "© &lt;Maps&gt;" in html
