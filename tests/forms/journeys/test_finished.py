"""After sending: every way back into the form says that it was sent, and nothing changes what was."""

import pytest

from borough.forms.models import Journey, Submission

from ..made import ANSWERS

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(answered):
    answered.post("/apply/borrow-a-bike/send")
    return answered


@pytest.mark.parametrize("page", ["name", "who", "save"])
def test_pages_say_it_was_sent(sent, page):
    response = sent.get(f"/apply/borrow-a-bike/{page}")
    assert response.status_code == 410
    assert "You have already sent this form" in response.content.decode()


def test_answers_can_no_longer_be_changed(sent):
    response = sent.post("/apply/borrow-a-bike/name", {"full_name": "Eve Example"})
    assert response.status_code == 410
    assert Submission.objects.get().answers["full_name"] == "Ada Example"


@pytest.mark.parametrize("page", ["check-answers", "resume"])
def test_the_ends_lead_to_the_reference(sent, page):
    assert sent.get(f"/apply/borrow-a-bike/{page}")["Location"] == "/apply/borrow-a-bike/sent"
    assert Submission.objects.get().reference in sent.get("/apply/borrow-a-bike/sent").content.decode()


def test_the_submission_alone_keeps_the_answers(sent):
    assert Journey.objects.get().answers == {}


def test_starting_again_makes_another_form(sent):
    sent.post("/apply/borrow-a-bike/start-again")
    for page, typed in ANSWERS:
        sent.post(f"/apply/borrow-a-bike/{page}", typed)
    sent.post("/apply/borrow-a-bike/send")
    assert Submission.objects.count() == 2


def test_nobody_else_sees_the_reference(sent, client):
    from django.test import Client

    assert Client().get("/apply/borrow-a-bike/sent").status_code == 410
