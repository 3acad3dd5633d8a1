"""Small numbers of people are not told, nor can they be worked out."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borough.foundations.small import few, hidden

PARTS = ("north", "south", "east", "west")
OF = dict.fromkeys(PARTS, "all")


def numbers(*counts):
    return dict(zip(PARTS, counts, strict=False)) | {"all": sum(counts)}


@pytest.mark.parametrize(("value", "hide"), [(0, False), (1, True), (4, True), (5, False), (None, False)])
def test_one_to_four_people_are_not_told(value, hide):
    assert hidden({"a": value}, {"a"}, {}) == ({"a"} if hide else set())


def test_few_things_are_told():
    assert hidden({"a": 3}, set(), {}) == set()


def test_one_hidden_part_takes_the_smallest_other_with_it():
    values = numbers(3, 20, 9, 30)
    assert hidden(values, {*PARTS, "all"}, OF) == {"north", "east"}


def test_two_hidden_parts_protect_each_other():
    assert hidden(numbers(3, 2, 9, 30), {*PARTS, "all"}, OF) == {"north", "south"}


def test_where_the_others_are_none_the_total_goes():
    values = {"north": 3, "south": 0, "all": 3}
    assert hidden(values, {"north"}, {"north": "all", "south": "all"}) == {"north", "all"}


@given(st.lists(st.integers(0, 40), min_size=1, max_size=4))
def test_nobody_works_out_a_small_number(counts):
    """Whatever is told, every hidden number of a few people could have been another."""
    values = numbers(*counts)
    gone = hidden(values, {*PARTS, "all"} & set(values), {part: "all" for part in PARTS if part in values})
    for key, value in values.items():
        assert key in gone or not few(value)
    parts = [part for part in PARTS if part in values]
    unknown = [part for part in parts if part in gone]
    if "all" not in gone and any(few(values[part]) for part in unknown):
        rest = values["all"] - sum(values[part] for part in parts if part not in gone)
        others = [way for way in itertools.product(range(rest + 1), repeat=len(unknown)) if sum(way) == rest]
        assert len(others) > 1
