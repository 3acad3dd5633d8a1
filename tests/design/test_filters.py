from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django import forms

from borough.design.filters import clock, day, faults, lately, moment

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 4, 10, 15, 0, tzinfo=LONDON)


def at(month, number, hour, minute=0):
    return datetime(2026, month, number, hour, minute, tzinfo=LONDON)


def test_a_date_is_said_in_words():
    assert day(date(2026, 4, 3)) == "3 April 2026"


def test_a_moment_is_said_in_london_whatever_clock_it_was_kept_by():
    assert moment(datetime(2026, 7, 1, 23, 30, tzinfo=ZoneInfo("UTC"))) == "2 July 2026, 12:30am"


@pytest.mark.parametrize(
    ("hour", "minute", "said"),
    [(9, 5, "9:05am"), (10, 0, "10am"), (12, 0, "midday"), (0, 0, "midnight"), (16, 5, "4:05pm")],
)
def test_times_are_said_as_people_say_them(hour, minute, said):
    assert clock(at(4, 3, hour, minute)) == said


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (at(4, 10, 10, 42), "Today 10:42am"),
        (at(4, 9, 16, 5), "Yesterday 4:05pm"),
        (at(4, 6, 9, 30), "Monday 9:30am"),
        (at(4, 3, 9, 30), "3 April 2026"),
        (at(4, 11, 9, 30), "11 April 2026"),
    ],
)
def test_what_happened_lately_is_said_by_its_day(when, said):
    assert lately(when, NOW) == said


def test_nothing_is_said_of_no_date():
    assert day(None) == moment(None) == lately(None) == ""


def test_a_forms_faults_are_one_message_a_field_and_the_whole_form_has_no_name():
    class Form(forms.Form):
        name = forms.CharField(error_messages={"required": "Enter a name"})

        def clean(self):
            raise forms.ValidationError("These do not go together")

    assert faults(Form({})) == {"name": "Enter a name", "": "These do not go together"}
