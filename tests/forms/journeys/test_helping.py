"""Assisted digital: an officer fills in a form for somebody on the phone, and it is recorded as such."""

import pytest
from django.test import Client

from borough.forms.models import Journey, Submission
from borough.foundations.audit.models import AuditEvent
from tests import people

from ..made import fill

pytestmark = pytest.mark.django_db
START = "/work/apply/borrow-a-bike/"


@pytest.fixture
def helper(bike):
    return people.officer("bikes", name="Olu Officer")


@pytest.fixture
def helping(helper):
    """The officer's browser, in a form for somebody."""
    client = people.signed_in(helper)
    assert client.post(START)["Location"] == "/apply/borrow-a-bike/who"
    return client


def test_the_officer_is_told_what_will_happen_first(helper):
    page = people.signed_in(helper).get(START).content.decode()
    assert "The form will show that you filled it in" in page
    assert not Journey.objects.exists()


def test_each_page_says_that_it_is_for_somebody_else(helping):
    assert "You are filling this in for somebody else" in helping.get("/apply/borrow-a-bike/who").content.decode()


def test_the_submission_names_the_officer_and_not_as_the_person(helping, helper):
    fill(helping)
    helping.post("/apply/borrow-a-bike/send")
    submission = Submission.objects.get()
    assert (submission.channel, submission.helped_by) == ("assisted", helper)
    assert (submission.person.name, submission.person.user) == ("Ada Example", None)
    event = AuditEvent.objects.get(action="submission.sent")
    assert (event.actor_kind, event.actor_name) == ("officer", "Olu Officer")
    assert AuditEvent.objects.filter(action="journey.helped").count() == 1


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_sent_to_sign_in(bike, method):
    response = getattr(Client(), method)(START)
    assert response.status_code == 302
    assert response["Location"].startswith("/sign-in/")
    assert not Journey.objects.exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_officer_without_a_second_factor_is_sent_to_show_one(helper, method):
    response = getattr(people.signed_in(helper, factor=None), method)(START)
    assert response.status_code == 302
    assert not Journey.objects.exists()


@pytest.mark.parametrize("kind", ["resident", "partner"])
def test_nobody_but_an_officer_may(bike, kind):
    client = people.signed_in(getattr(people, kind)())
    assert client.post(START).status_code == 403
    assert not Journey.objects.exists()


def test_an_unknown_service_is_a_plain_page(helper):
    response = people.signed_in(helper).get("/work/apply/nothing/")
    assert response.status_code == 404
    assert "There is no such service" in response.content.decode()
