"""What the reference says of the examples is so: their answers, what conditions ask, and every message."""

import datetime

import pytest

from borough.forms import mistakes
from borough.forms.definition.checks import conditions
from borough.forms.definition.checks.calculated import formula
from borough.forms.reference import asking
from borough.forms.reference.examples import EXAMPLES, KINDS

from ..questions.test_mistakes import reached, refusals  # noqa: F401  a fixture

pytestmark = pytest.mark.django_db
ASKING = {type: example for type, example in EXAMPLES.items() if KINDS[type].asks}
NOT_TYPED = {"booking", "file", "bank_account"}  # made of more than what is typed
TODAY = datetime.date.today()  # noqa: DTZ011


@pytest.mark.parametrize("type", sorted(ASKING.keys() - NOT_TYPED))
def test_its_answer_is_one(type):
    question, answer = ASKING[type].part, ASKING[type].answer
    assert question.clean(question.typed(None) | question.typed(answer), TODAY) == answer


@pytest.mark.parametrize("type", ASKING)
def test_conditions_and_sums_on_it_are_sound(type):
    question, answer = ASKING[type].part, ASKING[type].answer
    for text in asking.conditions(question, answer):
        assert list(conditions.condition(text, {question.name: question})) == []
    numbers, tables = ({question.name} if question.logic_kind == "number" else set()), {question.name: question}
    for text in asking.sums(question):
        assert list(formula(text, numbers, {}, tables if type == "table" else {})) == []


def test_every_message_there_is_is_told(reached):  # noqa: F811
    for example in ASKING.values():
        for settings in ({}, *example.also):
            mistakes.messages(example.with_settings(settings), TODAY)
    missed = {(file, line) for file, line in refusals() if not {(file, at) for at in range(line, line + 4)} & reached}
    assert not missed, sorted(missed)
