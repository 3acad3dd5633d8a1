"""Save and come back: a link by e-mail that opens the form anywhere."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from borough.design.filters import day
from borough.forms.models import Journey, Submission
from borough.foundations.audit.models import AuditEvent
from borough.foundations.messages.models import Message

from ..made import ANSWERS, fill

pytestmark = pytest.mark.django_db
SAVE = "/apply/borrow-a-bike/save"


def saved(client) -> str:
    """The link in the e-mail, as a path."""
    response = client.post(SAVE, {"email": "ada@example.org"})
    assert "We have sent you the link" in response.content.decode()
    return re.search(r"http://testserver(/resume/\S+)", Message.objects.latest("pk").body)[1]


@pytest.fixture
def begun(client, bike):
    fill(client, answers=ANSWERS[:2])
    return client


def test_the_link_opens_the_form_where_it_was_left(begun):
    link, phone = saved(begun), Client()
    page = phone.get(link).content.decode()
    assert "Open my form" in page
    response = phone.post(link)
    assert phone.get(response["Location"])["Location"] == "/apply/borrow-a-bike/email"
    assert 'value="Ada Example"' in phone.get("/apply/borrow-a-bike/name").content.decode()


def test_looking_at_the_link_changes_nothing(begun):
    link = saved(begun)
    before = Journey.objects.values().get()
    assert Client().get(link).status_code == Client().head(link).status_code == 200
    assert Journey.objects.values().get() == before


def test_the_form_can_be_finished_on_the_other_device(begun):
    link, phone = saved(begun), Client()
    phone.post(link)
    fill(phone, answers=ANSWERS[2:])
    phone.post("/apply/borrow-a-bike/send")
    assert Submission.objects.get().answers["full_name"] == "Ada Example"


def test_the_browser_it_was_left_in_no_longer_opens_it(begun):
    Client().post(saved(begun))
    response = begun.get("/apply/borrow-a-bike/name")
    assert response.status_code == 410
    assert "We cannot find your place" in response.content.decode()


def test_what_we_keep_of_the_link_does_not_open_it(begun):
    link = saved(begun)
    token = link.rsplit("/", 1)[1]
    journey = Journey.objects.get()
    assert token not in (journey.resume_hash, journey.token_hash, str(journey.pk))
    assert Client().post(f"/resume/{journey.resume_hash}").status_code == 410


def test_no_other_site_is_told_the_link(begun):
    assert Client().get(saved(begun))["Referrer-Policy"] == "strict-origin"


def expired(link):
    Journey.objects.update(resume_until=timezone.now() - timedelta(seconds=1))
    return link


def spent(link):
    journey = Journey.objects.get()
    journey.sent_at, journey.resume_hash, journey.resume_until = timezone.now(), None, None
    journey.save()
    return link


DEAD = {
    "spent": spent,
    "unknown": lambda link: "/resume/" + "x" * 43,
    "truncated": lambda link: link[:-5],
    "NUL": lambda link: "/resume/%00",
    "long": lambda link: "/resume/" + "x" * 5000,
    "odd": lambda link: "/resume/%F0%9F%9A%B2%E2%80%AE",
}


@pytest.mark.parametrize("kind", DEAD)
def test_a_dead_link_says_so(begun, kind):
    response = Client().post(DEAD[kind](saved(begun)))
    assert response.status_code == 410
    assert "This link no longer works" in response.content.decode()


def test_a_link_too_old_says_until_when_the_answers_are_kept(begun):
    response = Client().post(expired(saved(begun)))
    assert response.status_code == 410
    assert "This link is too old" in response.content.decode()
    kept = day(timezone.now() + timedelta(days=30))
    assert f"keep them until {kept}" in response.content.decode()


def test_a_newer_link_replaces_the_older(begun):
    first, second = saved(begun), saved(begun)
    assert Client().post(first).status_code == 410
    assert Client().post(second).status_code == 302


def test_a_wrong_address_is_said_and_kept(begun):
    page = begun.post(SAVE, {"email": "ada at example"}).content.decode()
    assert "must look like name@example.com" in page
    assert 'value="ada at example"' in page
    assert not Message.objects.exists()


def test_the_address_already_given_is_offered(client, bike):
    fill(client, answers=ANSWERS[:3])
    assert 'value="ada@example.org"' in client.get(SAVE).content.decode()


def test_saving_and_resuming_are_in_the_audit_trail(begun):
    Client().post(saved(begun))
    events = AuditEvent.objects.filter(action__in=["journey.saved", "journey.resumed"])
    assert events.count() == 2
    assert "ada@example.org" not in str(list(events.values()))


def test_there_is_nothing_to_save_before_the_first_answer(client, bike):
    assert client.get(SAVE).status_code == 410
