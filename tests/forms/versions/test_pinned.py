"""A journey stays with the version it began on, whatever goes live meanwhile."""

import pytest
from django.test import Client

from borough.forms import queries
from borough.forms.models import Submission

from .. import made

pytestmark = pytest.mark.django_db
OTHER = made.bike("label: Your full name", "label: What are you called?").replace("- name: email", "- name: post", 1)


@pytest.fixture
def begun(client, bike):
    """Begun on one version; another is live now."""
    made.fill(client, answers=made.ANSWERS[:1])
    made.publish(OTHER)
    return client


def test_its_pages_stay_as_they_were(begun):
    assert "Your full name" in begun.get("/apply/borrow-a-bike/name").content.decode()
    made.fill(begun, answers=made.ANSWERS[1:])
    begun.post("/apply/borrow-a-bike/send")
    assert Submission.objects.get().version_id != queries.live("borrow-a-bike").version


def test_a_new_visitor_gets_the_new_one(begun):
    client = Client()
    client.post("/apply/borrow-a-bike/who", {"who": "me"})
    assert "What are you called?" in client.get("/apply/borrow-a-bike/name").content.decode()
    assert client.get("/apply/borrow-a-bike/email").status_code == 404


def test_starting_again_is_on_the_new_one(begun):
    begun.post("/apply/borrow-a-bike/start-again")
    begun.post("/apply/borrow-a-bike/who", {"who": "me"})
    assert "What are you called?" in begun.get("/apply/borrow-a-bike/name").content.decode()
