"""A service says who may apply, and the start page, the pages and sending obey."""

import pytest
from django.test import Client

from borough.forms.models import Journey, Submission
from tests import people

from .. import made
from ..made import ANSWERS, fill

pytestmark = pytest.mark.django_db
FIRST = "/apply/borrow-a-bike/who"


def offered(*who):
    phone = "contact: {phone: 0161 496 0100}\nwho:"
    return made.publish(made.bike("who: [resident, officer]", f"{phone} [{', '.join(who)}]"))


@pytest.fixture
def partner(db):
    return people.signed_in(people.partner(), factor=None)


@pytest.fixture
def helping(db):
    return people.signed_in(people.officer("bikes"))


def test_a_resident_is_told_at_the_start_that_it_is_for_partners(client):
    offered("partner")
    page = client.get("/services/borrow-a-bike/").content.decode()
    assert "This form is for our partners" in page
    assert "ring us on 0161 496 0100" in page
    assert "Start now" not in page


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("who", ["partner", "officer"])
def test_a_resident_cannot_begin_what_is_not_for_them(client, method, who):
    offered(who)
    response = getattr(client, method)(FIRST, {"who": "me"})
    assert response.status_code == 403
    assert "This form is for " in response.content.decode()
    assert not Journey.objects.exists()


def test_a_partner_begins_and_sends_what_is_for_them(partner):
    offered("partner")
    assert "Start now" in partner.get("/services/borrow-a-bike/").content.decode()
    fill(partner)
    partner.post("/apply/borrow-a-bike/send")
    submission = Submission.objects.get()
    assert (submission.channel, submission.partner.slug) == ("partner", "good-neighbours")
    assert submission.helped_by.organisation == submission.partner


def test_a_partner_cannot_begin_what_is_for_residents(partner):
    offered("resident")
    response = partner.post(FIRST, {"who": "me"})
    assert response.status_code == 403
    assert "sign out first" in response.content.decode()


def test_whoever_signs_in_as_a_partner_on_the_way_cannot_send_it(client):
    offered("resident")
    fill(client)
    worker = people.signed_in(people.partner(), factor=None)
    worker.cookies["form-borrow-a-bike"] = client.cookies["form-borrow-a-bike"].value
    assert worker.post("/apply/borrow-a-bike/send").status_code == 403
    assert not Submission.objects.exists()


def test_an_officer_helps_only_where_officers_may(helping):
    offered("resident")
    response = helping.post("/work/apply/borrow-a-bike/")
    assert response.status_code == 403
    assert not Journey.objects.exists()


def test_an_officer_may_apply_for_themselves_as_a_resident(helping):
    offered("resident")
    fill(helping)
    helping.post("/apply/borrow-a-bike/send")
    assert Submission.objects.get().channel == "online"


def test_what_only_officers_fill_in_is_filled_in_by_one(helping):
    offered("officer")
    assert Client().get(FIRST).status_code == 403
    helping.post("/work/apply/borrow-a-bike/")
    fill(helping, answers=ANSWERS)
    helping.post("/apply/borrow-a-bike/send")
    assert Submission.objects.get().channel == "assisted"
