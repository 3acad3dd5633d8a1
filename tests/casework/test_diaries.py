"""A day's bookings: of their own teams' services, by time, for officers alone."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from borough.casework.models import Case
from borough.forms import queries
from borough.foundations.bookings.models import Booking
from tests import people
from tests.forms import made

pytestmark = pytest.mark.django_db
PAGE = "/work/bookings/"
DAY = datetime.date(2036, 12, 3)


@pytest.fixture
def booked(client):
    """A case of the team “visitors” with a visit on that day."""
    form = made.publish((made.HERE / "book-a-visit.yaml").read_text(), "book-a-visit")
    time = f"{form.questions['visit'].times()[0]:%Y-%m-%dT%H:%M}"
    made.fill(
        client,
        "book-a-visit",
        [
            ("name", {"full_name": "Ada Example"}),
            ("visit", {"visit": time, "bring": "x"}),
            ("email", {"email": "ada@example.org"}),
        ],
    )
    client.post("/apply/book-a-visit/send")
    Booking.objects.update(starts_at=timezone.make_aware(datetime.datetime(2036, 12, 3, 10)))  # noqa: DTZ001
    yield Case.objects.get()
    queries.forget()


def look(user, day=DAY):
    return people.signed_in(user).get(PAGE, {"day": day}).content.decode()


def test_an_officer_of_the_team_sees_it(booked):
    html = look(people.officer("visitors"))
    assert "Bookings on Wednesday 3 December 2036" in html
    assert "10am to 10:30am" in html
    assert f'href="/work/cases/{booked.reference}/"' in html
    assert "1 of 1" in html


def test_a_colleague_who_may_not_see_the_case_sees_that_the_time_is_taken(booked):
    Case.objects.update(restricted=True, restricted_because="A councillor")
    html = look(people.officer("visitors"))
    assert "A case that you may not see" in html
    assert booked.reference not in html


def test_an_officer_of_another_team_sees_none(booked):
    html = look(people.officer("housing"))
    assert "Your teams take no bookings" in html
    assert booked.reference not in html


def test_a_hold_is_not_listed(booked):
    Booking.objects.update(held_until=timezone.now())
    assert "Nothing is booked" in look(people.officer("visitors"))


@pytest.mark.parametrize("day", ["", "x", "2026-99-99", "9999-12-31", "\0"])
def test_any_other_day_is_today(booked, day):
    assert ", today" in look(people.officer("visitors"), day)


def test_nobody_else_may_look(booked):
    assert Client().get(PAGE)["Location"].startswith("/sign-in/officer/")
    assert people.signed_in(people.resident()).get(PAGE).status_code == 403
    assert people.signed_in(people.officer("visitors"), factor=None).get(PAGE).status_code in (302, 403)


def test_the_case_leads_to_its_day_and_says_if_the_time_was_given_back(booked):
    officer = people.officer("visitors")
    answers = booked.submission.answers
    answers["visit"]["at"] = "2036-12-03T10:00"
    type(booked.submission).objects.update(answers=answers)
    case = people.signed_in(officer).get(f"/work/cases/{booked.reference}/").content.decode()
    assert 'href="/work/bookings/?day=2036-12-03"' in case
    Booking.objects.all().delete()
    case = people.signed_in(officer).get(f"/work/cases/{booked.reference}/").content.decode()
    assert "(given back)" in case
