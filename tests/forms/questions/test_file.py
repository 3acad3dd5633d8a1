"""How many files a question wants, and of which kinds."""

import pytest

from borough.forms.questions.base import Invalid
from borough.forms.walking.papers import sample_files
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.documents import actions
from borough.foundations.documents.kinds import KINDS

from .kinds import make

pytestmark = pytest.mark.django_db
TODAY = None


def clean(question, count):
    return question.clean({"q": question.samples()[0]["q"][:1] * count}, TODAY)


def test_as_many_as_are_wanted_at_least():
    question = make("file", least=2, most=3, errors={"too_small": "Send both sides"})
    for count in (2, 3):
        assert len(clean(question, count)) == count
    with pytest.raises(Invalid, match="Send both sides"):
        clean(question, 1)
    with pytest.raises(Invalid, match="Choose at least 2 files"):
        clean(make("file", least=2), 1)


def test_none_at_all_is_missing_or_well():
    with pytest.raises(Invalid, match="Choose a file"):
        clean(make("file", least=2), 0)
    assert clean(make("file", least=2, optional=True), 0) is None


def test_more_at_least_than_at_most_is_a_fault():
    assert [path for path, _ in make("file", least=3, most=2).faults()] == [("least",)]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_can_be_sent_and_is_what_it_says(kind):
    question = make("file", kinds=[kind], least=2)
    kept = [
        actions.keep(file=file, allowed={kind}, max_bytes=question.max_bytes, by=SYSTEM)
        for file in sample_files(question)
    ]
    assert [document.kind for document in kept] == [kind, kind]
