"""Documents go along when a journey becomes a case."""

import pytest

from borough.foundations.audit import queries as audit
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.documents import actions, queries

pytestmark = pytest.mark.django_db


def test_documents_belong_to_something_else(keep):
    kept = [keep(about="journey:17"), keep(about="journey:17")]
    assert actions.attach(documents=queries.about("journey:17"), about="case:DEV-7QK-214", by=SYSTEM) == 2
    assert set(queries.about("case:DEV-7QK-214")) == set(kept)
    assert not queries.about("journey:17")
    assert audit.of(kept[0])[0].data == {"was": "journey:17", "about": "case:DEV-7QK-214"}
