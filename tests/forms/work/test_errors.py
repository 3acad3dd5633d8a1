"""Every message a form can give, on one page and by command."""

from typing import get_args

import pytest

from borough.forms import publishing
from borough.forms.questions.base import FaultName
from borough.forms.views.work import FAULTS
from borough.foundations.audit.actors import SYSTEM
from tests import people

from .. import made
from ..commands.run import as_json, services

pytestmark = pytest.mark.django_db


def seen(slug):
    return people.signed_in(people.administrator()).get(f"/work/services/{slug}/errors/")


def test_a_resident_reads_the_same_words(client, bike):
    page = seen("borrow-a-bike").content.decode()
    answer = client.post("/apply/borrow-a-bike/who", {}).content.decode()
    assert "Choose an answer" in answer
    assert "Choose an answer" in page


def test_every_type_of_question_is_there(everything):
    page = seen("everything")
    assert page.status_code == 200
    for question in everything.questions.values():
        assert f'id="{question.name}"' in page.content.decode()


def test_every_page_is_there_those_of_groups_too(party):
    page = seen("party").content.decode()
    for question in party.questions.values():
        assert f'id="{question.name}"' in page


def test_the_lists_of_groups_say_theirs(db):
    made.publish(made.party("least: 0", "least: 1"), "party")
    page = seen("party").content.decode()
    assert "Add at least 1: Stall 1 is still to come" in page
    assert "Stall 1 is not finished: finish it or remove it" in page
    assert "You can add 3 at most: remove 1" in page
    assert "Helper 1 is not finished: finish it<" in page


def test_every_kind_of_fault_has_words():
    assert set(FAULTS) == set(get_args(FaultName))


def test_a_draft_gives_its_own(bike):
    draft = made.bike("label: Your full name", "label: Your full name, errors: {missing: Tell us who you are}")
    publishing.keep_draft(loaded=made.loaded(draft), by=SYSTEM)
    assert "Tell us who you are" in seen("borrow-a-bike").content.decode()


def test_the_preview_leads_to_it(bike):
    start = people.signed_in(people.administrator()).get("/preview/borrow-a-bike/").content.decode()
    assert 'href="/work/services/borrow-a-bike/errors/"' in start


def test_words_that_nothing_brings_out_are_named(db):
    made.publish(
        made.bike("label: When do you want it?,", "label: When do you want it?, errors: {too_big: Far too big},")
    )
    page = seen("borrow-a-bike").content.decode()
    assert "“Far too big” is written for" in page


def test_no_such_service(db):
    assert seen("no-such").status_code == 404


def test_by_command(db):
    status, found = as_json("errors", "borrow-a-device")
    assert status == 0
    one = found["errors"][0]
    assert set(one) == {"service", "question", "fault", "field", "message"}
    assert services("errors", "no-such-service")[0] == 1
