"""What forms hold of a person: given to them when they ask, erased when the law says so."""

import pytest

from borough.forms import holding
from borough.forms.models import Journey, Submission
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.documents.models import Document
from borough.foundations.people import actions as people_actions
from tests import people

from . import made
from .journeys.papers import pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(bike, everything, django_capture_on_commit_callbacks):
    """Somebody who sent one form while signed in, and began another with a file in it."""
    user = people.resident(email="ada@example.org")
    client = people.signed_in(user, factor=None)
    made.fill(client)
    client.post("/apply/borrow-a-bike/send")
    client.post("/apply/everything/about-you", {"full_name": "Ada Example", "email": "ada@example.org"})
    client.post("/apply/everything/papers", {"papers": pdf(), "do": "upload papers"})
    return Submission.objects.get().person


def test_everything_is_given_as_people_read_it(person):
    found = holding.export(person)
    (sent,), (begun,) = found["submissions"], found["unfinished"]
    assert sent["reference"] == Submission.objects.get().reference
    assert {"question": "Day you want it", "answer": "27 March 2030"} in sent["answers"]
    assert {"question": "Your full name", "answer": "Ada Example"} in begun["answers"]


def test_a_subject_access_request_has_it(person):
    assert "27 March 2030" in str(people_actions.export(person=person, by=SYSTEM)["held"]["forms"])


def test_trying_counts_and_changes_nothing(person):
    before = list(Submission.objects.values()), list(Journey.objects.values())
    assert holding.erase(person, dry_run=True) == {"submissions": 1, "unfinished": 1}
    assert (list(Submission.objects.values()), list(Journey.objects.values())) == before


def test_erasing_leaves_that_something_was_sent_and_no_more(person):
    people_actions.erase(person=person, reason="They asked", by=SYSTEM)
    submission = Submission.objects.get()
    assert (submission.answers, submission.email, submission.journey.user) == ({}, "", None)
    assert Journey.objects.get() == submission.journey
    assert not Document.objects.exists()
    assert "Ada" not in str(list(Submission.objects.values()) + list(Journey.objects.values()))


def test_others_are_left_alone(person, client):
    made.fill(client)
    client.post("/apply/borrow-a-bike/send")
    holding.erase(person, dry_run=False)
    assert sum(bool(submission.answers) for submission in Submission.objects.all()) == 1
