"""Who did what, as the timeline says it."""

import pytest

from borough.casework import actions, storylines
from borough.foundations.messages.models import Message

pytestmark = pytest.mark.django_db


def newest(case, user, count=1):
    return storylines.lines(case, user)[:count]


def test_what_the_service_writes_comes_from_us_and_can_be_opened(case, ann):
    told = next(line for line in storylines.lines(case, ann) if line["letter"])
    assert told["who"] == "We"
    assert told["what"].startswith("told them by")
    assert case.reference not in told["letter"]["subject"]
    assert told["letter"]["body"]


def test_a_message_that_nobody_got_says_so(case, ann):
    Message.objects.filter(about=case.about).update(status="failed")
    told = next(line for line in storylines.lines(case, ann) if line["letter"])
    assert (told["letter"]["problem"], told["letter"]["failed"]) == ("Not sent", True)


def test_an_officers_own_words_come_from_them(case, ann, bob):
    actions.ask(case=case, text="Which day suits you?", by=ann, revision=case.revision)
    (mine,) = newest(case, ann)
    (theirs,) = newest(case, bob)
    assert (mine["who"], mine["more"]) == ("You", "Which day suits you?")
    assert theirs["who"] == "Ann"


def test_a_note_is_set_off(case, ann):
    actions.note(case=case, text="Rang, no answer.", by=ann)
    (line,) = newest(case, ann)
    assert line["note"]
    assert line["more"] == "Rang, no answer."
