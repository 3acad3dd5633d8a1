"""Each service can be applied for through every branch, to a case."""

import pytest

from borough.forms import publishing, queries
from borough.forms.definition import load
from borough.forms.walking.team import a_team
from borough.forms.walking.visitor import walk_form
from borough.foundations.audit.actors import SYSTEM

from .words import SERVICES

DEAD_ENDS = {"become-a-foster-carer": 2, "book-a-market-stall": 1, "borrow-a-device": 2, "business-support-grant": 7}
DEAD_ENDS |= {"tell-us-about-the-strategy": 0}


@pytest.mark.django_db
@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.parent.name)
def test_it_walks(path):
    loaded = load.load(path)
    a_team(loaded.form.service.team)
    publishing.publish(loaded=loaded, by=SYSTEM)
    queries.forget()
    routes, wrong = walk_form(queries.live(loaded.slug))
    queries.forget()
    assert wrong == []
    assert routes >= DEAD_ENDS[loaded.slug] + 1
