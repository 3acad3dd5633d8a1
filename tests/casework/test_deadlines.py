"""Working days and pauses."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borough.casework import deadlines

DAYS = st.dates(datetime.date(2015, 1, 1), datetime.date(2040, 12, 31))
COUNTS = st.integers(0, 120)
day = datetime.date


def test_christmas_is_not_worked():
    assert deadlines.add_working_days(day(2026, 12, 23), 3) == day(
        2026, 12, 30
    )  # 24th, then 29th: 28th is Boxing Day's


def test_a_monday_bank_holiday_in_england():
    assert not deadlines.is_working_day(day(2026, 8, 31))
    assert deadlines.is_working_day(day(2026, 3, 17))  # St Patrick's Day is Northern Ireland's
    assert deadlines.is_working_day(day(2026, 1, 2))  # and this one Scotland's


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("10 working days", day(2026, 12, 4)),
        ("1 working day", day(2026, 11, 23)),
        ("3 days", day(2026, 11, 23)),
        ("2 weeks", day(2026, 12, 4)),
    ],
)
def test_due(text, due):
    assert deadlines.due(text, day(2026, 11, 20)) == due


@pytest.mark.parametrize("text", ["", "soon", "0 working days", "-1 days", "10 working hours", "9999 days"])
def test_what_is_not_a_deadline(text):
    with pytest.raises(ValueError, match="10 working days"):
        deadlines.read(text)


@given(DAYS, COUNTS)
def test_counting_back_gives_what_was_added(start, count):
    assert deadlines.working_days(start, deadlines.add_working_days(start, count)) == count


@given(DAYS, st.integers(1, 120))
def test_a_deadline_is_a_working_day(start, count):
    assert deadlines.is_working_day(deadlines.add_working_days(start, count))


@given(DAYS, COUNTS, COUNTS)
def test_adding_twice_is_adding_the_sum(start, one, two):
    by_steps = deadlines.add_working_days(deadlines.add_working_days(start, one), two)
    assert by_steps == deadlines.add_working_days(start, one + two)


@given(DAYS, st.integers(0, 60), st.integers(0, 60), st.integers(0, 90))
def test_a_pause_keeps_the_working_days_that_were_left(start, worked, left, paused):
    paused_on = deadlines.add_working_days(start, worked)
    due = deadlines.add_working_days(paused_on, left)
    today = paused_on + datetime.timedelta(days=paused)
    assert deadlines.working_days(today, deadlines.resumed(due, paused_on, today)) == left


@given(DAYS, DAYS)
def test_a_pause_of_no_days_changes_nothing(due, today):
    assert deadlines.resumed(due, today, today) == due


def test_late_and_nearly_late():
    today = day(2026, 11, 20)  # a Friday
    assert deadlines.is_late(day(2026, 11, 19), today)
    assert not deadlines.is_late(today, today)
    assert deadlines.is_nearly_late(day(2026, 11, 24), today)
    assert not deadlines.is_nearly_late(day(2026, 11, 25), today)
    assert not deadlines.is_late(None, today)
    assert not deadlines.is_nearly_late(None, today)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (day(2026, 11, 25), "3 working days"),
        (day(2026, 11, 23), "1 working day"),
        (day(2026, 11, 20), "today"),
        (day(2026, 11, 18), "2 working days late"),
    ],
)
def test_in_words(due, words):
    assert deadlines.in_words(due, day(2026, 11, 20)) == words
