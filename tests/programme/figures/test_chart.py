import datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from borough.programme.figures import chart

START = datetime.date(2026, 1, 1)
VALUES = st.one_of(st.none(), st.decimals(-(10**9), 10**9, places=1))


def days(values):
    return [(START + datetime.timedelta(days=at), value) for at, value in enumerate(values)]


@given(st.lists(VALUES, max_size=200), st.one_of(st.none(), st.decimals(-(10**6), 10**6, places=1)))
def test_everything_drawn_lies_in_the_box(values, target):
    drawn = chart.chart(days(values), target)
    if drawn is None:
        return
    for x, y in drawn.dots:
        assert drawn.left - 1 <= x <= drawn.right + 1
        assert 0 <= y <= drawn.foot + 1
    assert 2 <= len(drawn.ticks) <= 9
    if target is not None:
        assert 0 <= drawn.target <= drawn.foot + 1


def test_a_gap_parts_the_line():
    drawn = chart.chart(days([Decimal(1), Decimal(2), None, Decimal(3), Decimal(4)]))
    assert len(drawn.lines) == 2


def test_one_number_is_no_line():
    assert chart.chart(days([None, Decimal(1)])) is None


@given(st.integers(2, 3000))
def test_long_histories_are_thinned_with_both_ends_kept(count):
    points = days([Decimal(1)] * count)
    kept = chart.thin(points)
    assert len(kept) <= chart.MOST
    assert (kept[0], kept[-1]) == (points[0], points[-1])
