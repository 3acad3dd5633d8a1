import datetime
import itertools
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from borough.programme.performance import costs

FIRST, LAST = datetime.date(2026, 3, 1), datetime.date(2026, 3, 31)
DAYS = st.dates(datetime.date(2026, 1, 1), datetime.date(2026, 5, 1))


def test_a_price_holds_until_the_next():
    day = datetime.date(2026, 3, 11)
    found = costs.spans([(FIRST, 200), (day, 300)], FIRST, LAST)
    assert found == [(FIRST, datetime.date(2026, 3, 10), 200), (day, LAST, 300)]


@given(st.lists(st.tuples(DAYS, st.integers(0, 1000)), max_size=6))
def test_stretches_follow_each_other_without_gap_or_overlap(prices):
    found = costs.spans(prices, FIRST, LAST)
    for (_, end, _), (start, _, _) in itertools.pairwise(found):
        assert start == end + costs.DAY
    if found:
        assert found[-1][1] == LAST
        assert found[0][0] == max(FIRST, min(day for day, _ in prices))


def test_pounds_for_each():
    assert costs.each(1000, 3) == Decimal("3.33")
    assert costs.each(1000, 0) is None
