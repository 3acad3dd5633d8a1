"""Points on the map: put right where it is plain what was meant, refused outside Great Britain."""

import datetime

import pytest

from borough.forms.questions import Invalid, grid

from .kinds import make

TODAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "kept", "metres"),
    [
        ("sj895903", "SJ 895 903", (389_500, 390_300)),
        ("SJ 89500 90300", "SJ 89500 90300", (389_500, 390_300)),
        ("389500, 390300", "SJ 89500 90300", (389_500, 390_300)),
        ("TG 51409 13177", "TG 51409 13177", (651_409, 313_177)),
        ("SV 80 00", "SV 80 00", (80_000, 0)),
        ("HU 39 75", "HU 39 75", (439_000, 1_175_000)),
    ],
)
def test_a_grid_reference_is_tidied_and_turned_into_metres(typed, kept, metres):
    question = make("grid_reference")
    assert question.clean({"q": typed}, TODAY) == kept
    assert grid.metres(kept) == metres
    assert question.export(kept) == {"reference": kept, "easting": metres[0], "northing": metres[1]}


@pytest.mark.parametrize("point", [(0, 0), (699_999, 1_299_999), (389_500, 390_300), (100_000, 500_000)])
def test_metres_and_reference_say_the_same(point):
    assert grid.metres(grid.written(*point)) == point


@pytest.mark.parametrize("typed", ["SJ", "SJ 895 90", "SI 895 903", "AA 10 10", "S 12 34", "SJ 1234567 1234567", "٣٣"])
def test_what_is_no_grid_reference_is_refused(typed):
    with pytest.raises(Invalid, match="like SJ 895 903"):
        make("grid_reference").clean({"q": typed}, TODAY)


def test_metres_are_whole_numbers():
    question = make("easting_northing")
    value = question.clean({"q-easting": "389 500", "q-northing": "390300"}, TODAY)
    assert value == {"easting": 389_500, "northing": 390_300}
    assert question.display(value) == "Easting 389500, northing 390300"


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [("53.4084", "-2.1494"), ("53.4084° N", "2.1494° W"), ("53.40840000001", "−2.1494")],
)
def test_degrees_as_people_write_them(latitude, longitude):
    value = make("lat_long").clean({"q-latitude": latitude, "q-longitude": longitude}, TODAY)
    assert value == {"latitude": "53.4084", "longitude": "-2.1494"}


@pytest.mark.parametrize(
    ("type", "typed", "said", "field"),
    [
        ("easting_northing", ("389500", ""), "Enter the northing", "q-northing"),
        ("easting_northing", ("x", "1"), "The easting must be a number, like 389500", "q-easting"),
        ("easting_northing", ("700000", "1"), "The easting must be between 0 and 699999", "q-easting"),
        ("lat_long", ("48.9", "2.3"), "The latitude must be between 49.8 and 60.9", "q-latitude"),
        ("lat_long", ("53", "2.2"), "The longitude must be between -8.7 and 1.8", "q-longitude"),
    ],
)
def test_each_box_says_what_is_wrong_with_it(type, typed, said, field):
    question = make(type)
    with pytest.raises(Invalid, match=said) as wrong:
        question.clean(dict(zip(question.fields(), typed, strict=True)), TODAY)
    assert wrong.value.field == field
