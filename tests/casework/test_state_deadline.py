"""A state may promise a time of its own, such as a visit within a week of the call."""

import pytest
from django.utils import timezone
from pydantic import ValidationError

from borough.casework import actions, deadlines
from borough.foundations.audit.actors import RESIDENT

from . import sample, world


@pytest.mark.django_db
def test_coming_there_starts_the_clock_anew(ann):
    service = sample.service()
    service["workflow"]["states"]["checks"]["deadline"] = "5 working days"
    case = world.case(world.publish(service))
    case = actions.move(case=case, move="check", by=ann)
    assert case.due_on == deadlines.due("5 working days", timezone.localdate())


@pytest.mark.django_db
def test_a_clock_that_stood_still_goes_again(ann):
    service = sample.service()
    service["workflow"]["states"]["checks"]["deadline"] = "1 week"
    case = world.case(world.publish(service))
    case = actions.move(case=case, move="ask", by=ann, reason="Which shop?")
    assert case.paused_on
    case = actions.message_in(case=case, text="The blue one", by=RESIDENT)
    assert (case.paused_on, case.due_on) == (None, deadlines.due("1 week", timezone.localdate()))


def test_it_is_written_like_any_deadline():
    states = sample.data()["states"] | {"checks": {"label": "Checks", "deadline": "soon"}}
    with pytest.raises(ValidationError, match="10 working days"):
        sample.workflow(states=states)
