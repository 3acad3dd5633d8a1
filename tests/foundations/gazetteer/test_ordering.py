"""Houses come in the order a person looks for them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from borough.foundations.gazetteer.ordering import house_number


def in_order(lines):
    return all(house_number(one) < house_number(next) for one, next in pairwise(lines))


def test_numbers_are_ordered_as_numbers_and_letters_after():
    street = ["2 Lark Road", "10 Lark Road", "10a Lark Road", "12 Lark Road", "100 Lark Road"]
    assert in_order(street)


def test_streets_stay_together():
    lines = ["9 Finch Way", "1 Lark Road", "2 Lark Road"]
    assert in_order(lines)


def test_flats_come_within_their_house():
    lines = ["14 Lark Road", "Flat 2, 14 Lark Road", "Flat 11, 14 Lark Road", "15 Lark Road"]
    assert in_order(lines)


def test_houses_without_a_number_come_last():
    assert sorted(["Rose Cottage, Lark Road", "3 Lark Road"], key=house_number)[0] == "3 Lark Road"


@given(st.lists(st.text()))
def test_anything_can_be_ordered(lines):
    sorted(lines, key=house_number)
