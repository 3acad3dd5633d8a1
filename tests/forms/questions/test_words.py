"""Long answers counted in words, as people count them."""

import datetime

import pytest

from borough.forms.drawing import draw
from borough.forms.questions import Invalid

from .kinds import make

TODAY = datetime.date(2026, 11, 22)


def test_words_are_what_stands_between_spaces():
    question = make("long_text", max_words=3)
    assert question.clean({"q": "don't  stop\n\nnow"}, TODAY) == "don't  stop\n\nnow"
    with pytest.raises(Invalid, match="must be 3 words or fewer; it is 4"):
        question.clean({"q": "one two - three"}, TODAY)


def test_the_page_counts_words_too():
    html = str(draw(make("long_text", max_words=500), {"q": ""}, {}))
    assert 'data-maxwords="500"' in html
    assert "data-maxlength" not in html


def test_many_words_may_be_longer_than_letters_are_else_allowed():
    question = make("long_text", max_words=1_000)
    assert question.clean({"q": "longer " * 999}, TODAY)
    with pytest.raises(Invalid, match="must be 20,000 characters or fewer"):
        question.clean({"q": "x" * 20_001}, TODAY)
    with pytest.raises(Invalid, match="must be 100 characters or fewer"):
        make("long_text", max_words=1_000, max_length=100).clean({"q": "x" * 101}, TODAY)
