"""A definition may say in its own words what is wrong; otherwise the question is named as people would."""

import datetime

import pytest

from borough.forms.questions import Invalid

from .kinds import make

TODAY = datetime.date(2026, 11, 22)


def fault(question, **typed):
    with pytest.raises(Invalid) as wrong:
        question.clean(question.typed(None) | typed, TODAY)
    return wrong.value.message


def test_its_own_words_come_first():
    question = make("text", max_length=3, errors={"missing": "Tell us", "too_long": "Shorter"})
    assert fault(question) == "Tell us"
    assert fault(question, q="long") == "Shorter"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"label": "Your full name"}, "Enter your full name"),
        ({"label": "What is it?"}, "Enter an answer"),
        ({"label": "What is it?", "short": "full name"}, "Enter full name"),
    ],
)
def test_the_answer_is_called_what_people_call_it(more, said):
    assert fault(make("text", **more)) == said


def test_a_date_too_late_says_the_last_day():
    question = make("date", short="date of birth", latest="today - 21 years")
    typed = {"q-day": "23", "q-month": "11", "q-year": "2005"}
    assert fault(question, **typed) == "Date of birth must be 22 November 2005 or earlier"
