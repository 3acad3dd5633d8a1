"""Days told from today."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from borough.forms.definition import moments


@pytest.mark.parametrize(
    ("text", "today", "wanted"),
    [
        ("today", "2026-11-22", "2026-11-22"),
        ("today - 21 years", "2026-11-22", "2005-11-22"),
        ("today - 1 year", "2024-02-29", "2023-02-28"),
        ("today + 1 month", "2026-01-31", "2026-02-28"),
        ("today + 3 months", "2026-11-30", "2027-02-28"),
        ("today+2weeks", "2026-12-25", "2027-01-08"),
        ("2026-04-03", "2026-11-22", "2026-04-03"),
    ],
)
def test_the_day_meant(text, today, wanted):
    assert moments.on(moments.read(text), datetime.date.fromisoformat(today)) == datetime.date.fromisoformat(wanted)


@pytest.mark.parametrize(
    "text", ["", "tomorrow", "today -", "today - 21", "today - 99999 years", "2026-02-31", "3/4/26"]
)
def test_anything_else_is_refused(text):
    with pytest.raises(ValueError):
        moments.read(text)


@given(
    some.dates(), some.sampled_from("+-"), some.integers(0, 9999), some.sampled_from(["day", "week", "month", "year"])
)
def test_there_is_always_a_day(today, sign, count, unit):
    there = moments.read(f"today {sign} {count} {unit}s").on(today)
    assert there >= today if sign == "+" else there <= today
