"""Somebody whose case was closed is told that it is open again."""

import pytest

from borough.casework import actions
from borough.foundations.audit.actors import RESIDENT
from borough.foundations.messages import queries as messages

from . import sample, world

WORDS = {"subject": "We look again", "body": "Dear ((name)), we look at ((reference)) again because: ((reason))"}


@pytest.mark.django_db
def test_the_person_is_told(ann):
    service = sample.service()
    service["messages"]["reopened"] = WORDS
    case = world.case(world.publish(service))
    case = actions.move(case=case, move="withdraw", by=RESIDENT)
    actions.reopen(case=case, by=ann, reason="They rang")
    last = messages.about(case.about).order_by("-pk").first()
    assert last.body.startswith(f"Dear Sam Example, we look at {case.reference} again because: They rang")


def test_a_service_without_that_message_reopens_in_silence(case, ann):
    case = actions.move(case=case, move="withdraw", by=RESIDENT)
    before = messages.about(case.about).count()
    actions.reopen(case=case, by=ann, reason="They rang")
    assert messages.about(case.about).count() == before
