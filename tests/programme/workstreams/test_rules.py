import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borough.programme.workstreams import rules

DAY = datetime.date(2026, 3, 2)
STATUSES = ["on track", "at risk", "late", "paused", "stopped", "done"]


@pytest.mark.parametrize(("after", "late"), [(27, False), (28, False), (29, True)])
def test_an_update_is_overdue_from_the_day_after_it_was_due(after, late):
    assert rules.overdue("on track", DAY, 4, DAY + datetime.timedelta(days=after)) is late


@given(st.sampled_from(STATUSES), st.dates(DAY, datetime.date(2040, 1, 1)), st.integers(1, 52))
def test_where_nothing_happens_nothing_is_due(status, today, weeks):
    if rules.overdue(status, DAY, weeks, today):
        assert status not in rules.SILENT
        assert rules.due(DAY, weeks) < today


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, ""), (1, "1 day later than first planned"), (-3, "3 days earlier than first planned"),
     (21, "3 weeks later than first planned"), (61, "2 months later than first planned")],
)  # fmt: skip
def test_how_far_it_slipped_in_words(days, words):
    assert rules.slip(days) == words
