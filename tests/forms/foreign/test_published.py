"""Forms that government has published, where they are at hand: all are read, and a sample is walked."""

from pathlib import Path

import pytest

from borough.forms.foreign import trying

CORPUS = Path(__file__).resolve().parents[4] / "shared/corpus"
FILES = sorted(CORPUS.rglob("*.json"))
pytestmark = pytest.mark.skipif(not FILES, reason="there are no published forms in ../shared/corpus")


def test_nearly_all_can_be_used():
    forms, absent = trying.forms([str(CORPUS)])
    assert absent == []
    assert sum(form.ok for form in forms) >= 0.98 * len(forms)


@pytest.mark.django_db(transaction=True)
def test_a_sample_is_walked():
    forms, _ = trying.forms([str(file) for file in FILES[::40]])
    for form, ways, wrong in trying.walked(forms, lambda line: None):
        assert ways, form.file
        assert [problem for problem in trying.stopped(form, wrong) if not problem["lost"]] == [], form.file
