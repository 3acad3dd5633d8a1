"""A resident who is signed in: what they send is theirs."""

import pytest

from borough.forms.models import Journey, Submission
from tests import people

from ..made import fill

pytestmark = pytest.mark.django_db


def test_the_submission_belongs_to_their_person(bike):
    user = people.resident(email="ada@example.org")
    client = people.signed_in(user, factor=None)
    fill(client)
    client.post("/apply/borrow-a-bike/send")
    submission = Submission.objects.get()
    assert submission.person.user == user
    assert submission.journey.user == user


def test_two_submissions_are_one_person(bike):
    client = people.signed_in(people.resident(), factor=None)
    for _ in range(2):
        fill(client)
        client.post("/apply/borrow-a-bike/send")
        client.post("/apply/borrow-a-bike/start-again")
    assert Submission.objects.values("person").distinct().count() == 1
    assert Journey.objects.count() == 2
