"""One line of an address file: taken, or refused with a reason that helps."""

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borough.foundations.gazetteer.importing.columns import COLUMNS
from borough.foundations.gazetteer.importing.rows import BadRow, parse

GOOD = {"uprn": "000000000101", "line_1": " 1  Lark Road\u202e\0 ", "postcode": "sk11aa"}


def test_a_good_line_is_tidied():
    row = parse(GOOD | {"latitude": "53.4081239", "longitude": "-2.1491", "usrn": "40000001"})
    assert (row.uprn, row.line_1, row.postcode, row.usrn) == (101, "1 Lark Road", "SK1 1AA", 40_000_001)
    assert (row.latitude, row.longitude) == (Decimal("53.408124"), Decimal("-2.149100"))
    assert row.town == row.ward == ""


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"uprn": ""}, "uprn is empty"),
        ({"uprn": "0"}, "not a number of up to 12 digits"),
        ({"uprn": "12a"}, "not a number"),
        ({"uprn": "1" * 13}, "not a number of up to 12 digits"),
        ({"uprn": "1.00E+11"}, "shortened by a spreadsheet"),
        ({"postcode": "NOPE"}, "“NOPE” is not a UK postcode"),
        ({"postcode": ""}, "is not a UK postcode"),
        ({"line_1": ""}, "both empty"),
        ({"line_1": "x" * 121}, "121 letters long; the most is 120"),
        ({"line_1": "Caf\ufffd"}, "save the file as UTF-8"),
        ({"latitude": "53"}, "come together"),
        ({"latitude": "north", "longitude": "1"}, "not a number"),
        ({"latitude": "10", "longitude": "1"}, "not in Britain"),
        ({"latitude": "nan", "longitude": "1"}, "latitude"),
        ({"usrn": "123456789"}, "up to 8 digits"),
    ],
)
def test_a_bad_line_says_why(wrong, why):
    with pytest.raises(BadRow, match=why.replace("+", r"\+")):
        parse(GOOD | wrong)


@given(st.dictionaries(st.sampled_from([*COLUMNS]), st.text()))
def test_any_line_is_taken_or_refused(cells):
    with contextlib.suppress(BadRow):
        assert parse(cells).uprn > 0


@given(st.text())
def test_a_reason_is_always_printable(text):
    with pytest.raises(BadRow) as refused:
        parse(GOOD | {"postcode": f"?{text}"})
    assert str(refused.value).isprintable()
