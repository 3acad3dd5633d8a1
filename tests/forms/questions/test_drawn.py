"""Drawn once with holes and filled, a question shows the answer as one drawn for the person does."""

from html import escape

import pytest

from borough.forms.cutting import Cut
from borough.forms.drawing import Marks, draw

from .kinds import ALL
from .test_samples import cleaned

pytestmark = pytest.mark.django_db  # streets are looked up


def filled(question, typed):
    return Cut(str(draw(question, Marks(), {}))).fill(typed, {}, str)


@pytest.mark.parametrize("kind", [kind for kind in ALL if ALL[kind].steady and not ALL[kind].secret])
def test_the_answer_stands_in_both(kind):
    question = ALL[kind]
    typed = question.typed(cleaned(question, question.samples()[0]))
    for html in (filled(question, typed), str(draw(question, typed, {}))):
        assert not any(mark in html for mark in "\ue000\ue001")
        for text in typed.values():
            assert any(escape(part) in html for part in (text if isinstance(text, list) else [text]))


@pytest.mark.parametrize("kind", [kind for kind in ALL if ALL[kind].template != "file"])
def test_what_is_wrong_is_said_beside_the_box_it_is_about(kind):
    question = ALL[kind]
    field = question.fields()[0]
    html = str(draw(question, question.typed(None), {field: "Put <this> right"}))
    assert "Put &lt;this&gt; right" in html
    assert "Put <this> right" not in html
