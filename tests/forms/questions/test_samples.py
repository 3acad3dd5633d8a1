"""What a question says can be typed, it takes; what it took, it shows and takes again."""

import datetime
import json

import pytest

from borough.forms.questions.files import File
from borough.forms.questions.text import ShortText

from .kinds import ALL

pytestmark = pytest.mark.django_db  # streets are looked up
TODAY = datetime.date.today()  # noqa: DTZ011


def cleaned(question, typed):
    blank = question.typed(None)
    return question.clean(blank | typed, TODAY)


@pytest.mark.parametrize("kind", ALL)
def test_samples_are_taken(kind):
    question = ALL[kind]
    assert question.samples()
    for typed in question.samples():
        value = cleaned(question, typed)
        assert value is not None
        assert json.loads(json.dumps(value)) == value


@pytest.mark.parametrize("kind", [kind for kind in ALL if not ALL[kind].secret])
def test_what_was_taken_is_taken_again_unchanged(kind):
    question = ALL[kind]
    for typed in question.samples():
        value = cleaned(question, typed)
        assert question.clean(question.typed(value), TODAY) == value
        question.recheck(value, TODAY)


@pytest.mark.parametrize("kind", ALL)
def test_every_answer_and_none_can_be_shown_compared_and_exported(kind):
    question = ALL[kind]
    for value in (None, *(cleaned(question, typed) for typed in question.samples())):
        assert isinstance(question.display(value), str)
        json.dumps(question.export(value))
        assert (question.logic(value) is None) == (value is None)


@pytest.mark.parametrize("kind", [kind for kind in ALL if not isinstance(ALL[kind], File)])
def test_nothing_typed_asks_for_an_answer_unless_it_is_optional(kind):
    question = ALL[kind]
    if question.optional:
        assert question.clean(question.typed(None), TODAY) is None
        return
    with pytest.raises(Exception, match=r"\w") as wrong:
        question.clean(question.typed(None), TODAY)
    assert (wrong.value.fault, wrong.value.field in question.fields()) == ("missing", True)


@pytest.mark.parametrize("length", [1, 11, 12, 24, 600])
def test_a_sample_of_text_is_as_long_as_it_must_be(length):
    question = ShortText(name="x", label="X", min_length=length, max_length=length)
    assert len(question.clean(question.samples()[0], None)) == length
