"""A service opens and closes when its definition says, says why, and lets those who began in time finish."""

import datetime
from unittest.mock import patch

import pytest

from borough.forms.models import Journey, Submission
from tests import people

from .. import made

pytestmark = pytest.mark.django_db
WRITTEN = """opens: 2027-03-01T09:00
closes: 2027-03-31
closed: {before: We are **mending** the bikes., reason: All bikes are lent., finish: 2 days}
team:"""
SERVICE = made.bike("team:", WRITTEN)
START, FIRST = "/services/borrow-a-bike/", "/apply/borrow-a-bike/who"
BEFORE, FIRST_MOMENT = "2027-03-01T08:59:59+00:00", "2027-03-01T09:00:00+00:00"
LAST_MOMENT, AFTER = "2027-03-31T22:59:59+00:00", "2027-03-31T23:00:00+00:00"  # London is an hour ahead by then
LAST_TO_FINISH, TOO_LATE = "2027-04-02T22:59:59+00:00", "2027-04-02T23:00:00+00:00"


@pytest.fixture
def seasonal():
    return made.publish(SERVICE)


def at(moment):
    return patch("django.utils.timezone.now", lambda: datetime.datetime.fromisoformat(moment))


def words(response):
    return response.content.decode()


@pytest.mark.parametrize(
    ("moment", "status", "said"),
    [
        (BEFORE, 403, ["from 1 March 2027 at 9am", "until the end of 31 March 2027", "<strong>mending</strong>"]),
        (AFTER, 410, ["It closed on 31 March 2027", "All bikes are lent."]),
    ],
)
def test_outside_its_time_it_says_when_and_why_and_takes_nothing(client, seasonal, moment, status, said):
    with at(moment):
        start = client.get(START)
        assert "Start now" not in words(start)
        for response in (client.get(FIRST), client.post(FIRST, {"who": "me"})):
            assert response.status_code == status
            assert all(word in words(response) for word in said)
        assert all(word in words(start) for word in said)
    assert not Journey.objects.exists()


@pytest.mark.parametrize("moment", [FIRST_MOMENT, LAST_MOMENT])
def test_in_its_time_it_says_until_when_and_takes_them(client, seasonal, moment):
    with at(moment):
        start = words(client.get(START))
        assert "You can apply until the end of 31 March 2027" in start
        assert "Start now" in start
        made.fill(client)
        assert client.post("/apply/borrow-a-bike/send")["Location"] == "/apply/borrow-a-bike/sent"


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (BEFORE, "It opens on 1 March 2027 at 9am"),
        (LAST_MOMENT, "until the end of 31"),
        (AFTER, "It closed on 31 March"),
    ],
)
def test_the_list_says_so_too(client, seasonal, moment, said):
    with at(moment):
        assert said in words(client.get("/services/"))


def test_what_was_begun_in_time_may_be_finished_for_a_while(client, seasonal):
    with at(LAST_MOMENT):
        made.fill(client, answers=made.ANSWERS[:2])
    with at(LAST_TO_FINISH):
        page = words(client.get("/apply/borrow-a-bike/email"))
        assert "you can still send it until the end of 2 April 2027" in page
        made.fill(client, answers=made.ANSWERS[2:])
        assert "until the end of 2 April 2027" in words(client.get("/apply/borrow-a-bike/check-answers"))
        assert client.post("/apply/borrow-a-bike/send")["Location"] == "/apply/borrow-a-bike/sent"


ADDRESSES = ["who", "email", "check-answers", "save", "resume"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_after_that_every_page_says_so_and_the_answers_are_kept(client, seasonal, address):
    with at(LAST_MOMENT):
        made.fill(client)
    with at(TOO_LATE):
        page = client.get(f"/apply/borrow-a-bike/{address}")
        assert page.status_code == 410
        assert "All bikes are lent." in words(page)
        assert "We keep your answers for 30 days" in words(page)
        assert client.post("/apply/borrow-a-bike/send").status_code == 410
    assert not Submission.objects.exists()
    assert Journey.objects.get().answers["full_name"] == "Ada Example"


def test_a_closing_day_put_off_holds_for_those_who_began_before(client, seasonal):
    with at(LAST_MOMENT):
        made.fill(client)
    with at(TOO_LATE):
        made.publish(SERVICE.replace("closes: 2027-03-31", "closes: 2027-05-31"))
        assert client.post("/apply/borrow-a-bike/send")["Location"] == "/apply/borrow-a-bike/sent"


def test_a_closing_day_brought_in_later_holds_before_sending(client, db):
    with at(LAST_MOMENT):
        made.publish(made.BIKE)
        made.fill(client)
    with at(TOO_LATE):
        made.publish(SERVICE)
        assert client.get("/apply/borrow-a-bike/resume").status_code == 410
        assert client.post("/apply/borrow-a-bike/send").status_code == 410


def test_an_officer_begins_nothing_for_somebody_either(seasonal):
    with at(AFTER):
        helping = people.signed_in(people.officer("bikes"))
        answer = helping.post("/work/apply/borrow-a-bike/")
        assert answer.status_code == 410
        assert "All bikes are lent." in words(answer)
    assert not Journey.objects.exists()


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("closes: '2027-02-30'\nclosed: {reason: x}", "write a day as 2027-03-31"),
        ("closes: tomorrow\nclosed: {reason: x}", "write a day as 2027-03-31"),
        ("opens: 2027-04-01\ncloses: 2027-03-31\nclosed: {reason: x}", "would never be open"),
        ("closes: 2027-03-31", "add `closed: {reason: …}`"),
        ("closed: {reason: x}", "add `closes`"),
        ("closed: {before: x}", "add `opens`"),
        ("closes: 2027-03-31\nclosed: {reason: x, finish: soon}", "write a length of time"),
    ],
)
def test_times_that_cannot_work_are_faults(written, fault):
    found = made.loaded(made.bike("team:", f"{written}\nteam:")).faults
    assert any(fault in one.message.lower() for one in found), found
