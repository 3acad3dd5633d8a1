"""Whatever way a postcode is typed, it comes out as the Post Office writes it, or as None."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borough.foundations.gazetteer.postcodes import INWARD, OUTWARD, tidy

postcodes = st.builds("{} {}".format, st.from_regex(OUTWARD, fullmatch=True), st.from_regex(INWARD, fullmatch=True))
noise = st.text(st.sampled_from(" \t\u00a0\0\u202e\u200f\u200b.-–"), max_size=3)


@given(postcodes)
def test_a_tidy_postcode_is_left_as_it_is(postcode):
    assert tidy(postcode) == postcode


@given(postcodes, st.data())
def test_spacing_case_and_stray_marks_are_forgiven(postcode, data):
    typed = "".join(c.lower() + data.draw(noise) for c in postcode.replace(" ", ""))
    assert tidy(data.draw(noise) + typed) == postcode


@given(st.text())
def test_anything_else_is_none_and_nothing_raises(text):
    found = tidy(text)
    assert found is None or re.fullmatch(r"[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}", found)


@pytest.mark.parametrize("shape", ["M1 1AA", "M60 1NW", "CR2 6XH", "DN55 1PT", "W1A 1HQ", "EC1A 1BB", "SK1 3XE"])
def test_every_shape_of_postcode_is_known(shape):
    assert tidy(shape.lower().replace(" ", "")) == shape


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        " ",
        "SK",
        "SK1",
        "SK1 3X",
        "SK1 3XEE",
        "1SK 3XE",
        "SKé1 3XE",
        "QK1 3XE",
        "SK1 3CE",
        "90210",
        "x" * 10_000,
    ],
)
def test_what_is_not_a_postcode_is_none(text):
    assert tidy(text) is None


def test_a_letter_o_typed_for_the_zero_is_forgiven():
    assert tidy("m1 oaa") == "M1 0AA"


def test_wide_digits_are_digits():
    assert tidy("ＳＫ１ ３ＸＥ") == "SK1 3XE"
