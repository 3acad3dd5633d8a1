"""The diagram is made from the data, and no two marks touch."""

import itertools
import math

from hypothesis import given
from hypothesis import strategies as st

from borough.programme.strategy import venn

AREAS = st.lists(st.sampled_from(list(venn.CENTRES)), min_size=1, max_size=3, unique=True)


def inside(mark, area):
    x, y = venn.CENTRES[area]
    return math.hypot(mark.x - x, mark.y - y) < venn.RADIUS


@given(st.lists(AREAS, max_size=9))
def test_no_two_marks_touch(areas):
    marks = venn.marks([(str(at), given) for at, given in enumerate(areas)])
    for one, other in itertools.combinations(marks, 2):
        assert math.hypot(one.x - other.x, one.y - other.y) >= 35


def test_each_mark_lies_in_its_areas_and_in_no_other():
    for size in (1, 2, 3):
        for areas in itertools.combinations(venn.CENTRES, size):
            for mark in venn.marks([("one", list(areas)), ("two", list(areas))]):
                assert {area for area in venn.CENTRES if inside(mark, area)} == set(areas)


@given(st.lists(AREAS, max_size=12))
def test_the_list_beside_it_says_the_same(areas):
    items = [(str(at), given) for at, given in enumerate(areas)]
    listed = [(number, item) for _, found in venn.overlaps(items) for number, item in found]
    assert sorted(listed) == sorted((mark.number, mark.item) for mark in venn.marks(items))
