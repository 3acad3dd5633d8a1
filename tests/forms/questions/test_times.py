"""Times as people write them, months, and days with a time."""

import datetime

import pytest

from borough.forms.questions import Invalid

from .kinds import make

TODAY = datetime.date(2026, 11, 22)


def answer(question, **typed):
    return question.clean(question.typed(None) | {f"q{name}": text for name, text in typed.items()}, TODAY)


def fault(question, **typed):
    with pytest.raises(Invalid) as wrong:
        answer(question, **typed)
    return wrong.value


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("9:30am", "09:30"),
        ("9.30 AM", "09:30"),
        ("9 p.m.", "21:00"),
        ("12am", "00:00"),
        ("12:15pm", "12:15"),
        ("0930", "09:30"),
        ("14:30", "14:30"),
        ("Noon", "12:00"),
        ("midnight", "00:00"),
    ],
)
def test_times_as_people_write_them(typed, kept):
    question = make("time")
    assert question.clean({"q": typed}, TODAY) == kept
    assert question.clean(question.typed(kept), TODAY) == kept


@pytest.mark.parametrize("typed", ["9", "25:00", "9:60", "13pm", "0am", "soon", "٩:٣٠", "9:30am9", "99999"])
def test_what_is_no_time_is_refused(typed):
    assert fault(make("time"), **{"": typed}).message.endswith("must be a time, like 9:30am or 14:30")


def test_a_time_out_of_hours_says_the_hours():
    question = make("time", earliest="9:00", latest="17:30", short="time to ring")
    assert fault(question, **{"": "8:59am"}).message == "Time to ring must be 9:00am or later"
    assert fault(question, **{"": "6pm"}).message == "Time to ring must be 5:30pm or earlier"


def test_hours_must_be_times():
    with pytest.raises(ValueError, match="write a time as 09:30"):
        make("time", earliest="early")


@pytest.mark.parametrize("month", ["4", "04", "April", "apr"])
def test_a_month_is_kept_with_its_year_and_compared_as_its_first_day(month):
    question = make("month_year")
    value = answer(question, **{"-month": month, "-year": "2026"})
    assert (value, question.display(value)) == ("2026-04", "April 2026")
    assert question.logic(value) == datetime.date(2026, 4, 1)


@pytest.mark.parametrize(
    ("typed", "said", "field"),
    [
        (("", "2026"), "must include a month", "q-month"),
        (("4", ""), "must include a year", "q-year"),
        (("13", "2026"), "must have a real month, like 4 or April", "q-month"),
        (("4", "26"), "must have a year of 4 numbers", "q-year"),
        (("12", "2026"), "must be November 2026 or earlier", "q-month"),
    ],
)
def test_a_month_that_will_not_do(typed, said, field):
    question = make("month_year", latest="today")
    wrong = fault(question, **dict(zip(("-month", "-year"), typed, strict=True)))
    assert said in wrong.message
    assert wrong.field == field


def test_the_month_of_a_bound_still_will_do():
    question = make("month_year", earliest="today", latest="today")
    assert answer(question, **{"-month": "11", "-year": "2026"}) == "2026-11"


def test_a_day_and_its_time():
    question = make("date_time")
    value = answer(question, **{"-day": "3", "-month": "4", "-year": "2026", "-time": "2pm"})
    assert (value, question.display(value)) == ("2026-04-03T14:00", "3 April 2026 at 2:00pm")
    assert question.logic(value) == datetime.date(2026, 4, 3)


def test_a_day_without_its_time_points_at_the_time():
    wrong = fault(make("date_time"), **{"-day": "3", "-month": "4", "-year": "2026"})
    assert wrong.field == "q-time"
    assert "must include a time, like 9:30am" in wrong.message
