"""Sessions: planned, booked, full, given up, attended; and what people can do before and after."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from borough.communities.learning import actions, jobs, progress
from borough.communities.learning.models import Booking, Check, Session
from borough.communities.learning.skills import FOUNDATION
from borough.communities.refusals import Refused
from borough.foundations.messages.models import Message
from borough.foundations.people.models import Person
from tests import people
from tests.communities.alliance import world
from tests.foundations.together import at_once
from tests.people import signed_in

SOON = datetime.timedelta(days=1)


@pytest.fixture
def owner(db):
    world.postcode()
    return world.partner("Silver Surfers")


def session(owner, **more):
    fields = {"kind": "group", "title": "First steps", "starts_at": timezone.now() + SOON, "minutes": 60, "places": 1,
              "site": world.site(owner)} | more  # fmt: skip
    return actions.plan(partner=owner, by=world.team(), **fields)


def person(name="Ada Learner"):
    return Person.objects.create(name=name, email=f"{name.split()[0].lower()}@example.org")


def test_full_then_the_list_then_a_place(owner):
    group = session(owner)
    by = world.team()
    first = actions.book(session=group, person=person(), by=by)
    second = actions.book(session=group, person=person("Bo Next"), by=by)
    assert (first.state, second.state) == ("booked", "waiting")
    with pytest.raises(Refused, match="already"):
        actions.book(session=group, person=first.person, by=by)
    actions.cancel(booking=first, by=by)
    second.refresh_from_db()
    assert second.state == "booked"
    assert [m.subject for m in Message.objects.filter(to="bo@example.org").order_by("pk")] == [
        "You are on the list", "You have a place",
    ]  # fmt: skip
    jobs.remind()
    jobs.remind()
    assert Message.objects.filter(subject="Tomorrow: First steps").count() == 1
    actions.call_off(session=group, by=by)
    assert Message.objects.latest("pk").subject == "It does not take place"


@pytest.mark.django_db(transaction=True)
def test_many_want_the_last_place_at_once(owner):
    group = session(owner, places=2)
    who = [person(f"Person{number} Last") for number in range(8)]
    by = world.team()
    at_once(8, lambda number: actions.book(session=group, person=who[number], by=by))
    assert Booking.objects.filter(state="booked").count() == 2
    assert Booking.objects.filter(state="waiting").count() == 6


def test_a_champion_helps_once_trained_and_checked_and_one_at_a_time(owner):
    new = world.champion(owner, checked_on=None)
    with pytest.raises(Refused, match="not trained and checked"):
        session(owner, champion=new)
    champion = world.champion(owner)
    at = timezone.now() + SOON
    session(owner, champion=champion, starts_at=at)
    with pytest.raises(Refused, match="another session then"):
        session(owner, champion=champion, starts_at=at + datetime.timedelta(minutes=30))
    session(owner, champion=champion, starts_at=at + datetime.timedelta(minutes=60))


def test_booked_by_anybody_on_the_web(owner):
    group = session(owner)
    client = Client()
    assert "First steps" in client.get("/support/sessions/").content.decode()
    address = f"/support/sessions/{group.pk}/"
    assert "Enter their name" in client.post(address, {"phone": "0161 496 0002"}).content.decode()
    page = client.post(address, {"name": "Ada Learner", "phone": "0161 496 0002"}, follow=True).content.decode()
    assert "You have a place." in page
    page = client.post(address, {"name": "Bo Next", "phone": "0161 496 0003"}, follow=True).content.decode()
    assert "You are on the list" in page


def test_a_partner_plans_and_keeps_the_register(owner):
    client = signed_in(world.partners_user(owner), factor=None)
    site = world.site(owner)
    day = timezone.localdate() + datetime.timedelta(days=3)
    typed = {"title": "Tablets", "kind": "group", "day-day": day.day, "day-month": day.month, "day-year": day.year,
             "time": "14:30", "minutes": "60", "places": "6", "language": "en", "site": site.pk}  # fmt: skip
    assert "Enter a time, like 14:30" in client.post("/alliance/sessions/plan/", typed | {"time": "x"}).content.decode()
    assert "Choose where you meet" in client.post("/alliance/sessions/plan/", typed | {"site": ""}).content.decode()
    past = client.post("/alliance/sessions/plan/", typed | {"day-year": "2020"}).content.decode()
    assert "still to come" in past
    assert client.post("/alliance/sessions/plan/", typed).status_code == 302
    group = Session.objects.get()
    here = f"/alliance/sessions/{group.pk}/"
    assert client.post(here + "add/", {"name": "Ada Learner", "email": "ada@example.org"}).status_code == 302
    booking = Booking.objects.get()
    early = client.post(here + "register/", {"came": [booking.pk]}, follow=True).content.decode()
    assert "It has not begun yet" in early
    Session.objects.update(starts_at=timezone.now() - SOON)
    client.post(here + "register/", {"came": [booking.pk]})
    booking.refresh_from_db()
    assert booking.state == "came"

    ada = f"/alliance/people/{booking.person.pk}/"
    assert "Answer at least one" in client.post(ada + "check/", {"on": ""}).content.decode()
    assert client.post(ada + "check/", {"on": "alone", "wifi": "help", "confidence": "2"}).status_code == 302
    assert client.post(ada + "check/", dict.fromkeys(FOUNDATION, "alone")).status_code == 302
    page = client.get(ada).content.decode()
    assert "7 of 8" in page  # six were first asked when they could
    assert "8 of 8" in page
    other = signed_in(world.partners_user(world.partner("New Start"), email="other@example.org"), factor=None)
    for address in (here, ada, ada + "check/", ada + "included/"):
        assert other.get(address).status_code == 404, address
    assert client.get(ada + "included/").status_code == 200
    for stranger in (Client(), signed_in(people.resident(), factor=None), signed_in(people.officer("grants"))):
        assert stranger.get(here).status_code in (302, 403)


def test_progress_is_from_the_first_answer_to_the_last(owner):
    ada = person()
    today = timezone.localdate()
    actions.check(person=ada, answers={"on": "cannot", "wifi": "alone"}, taken_on=today - SOON * 60, by=world.team())
    actions.check(person=ada, answers={"on": "alone"}, taken_on=today, by=world.team())
    parts = progress.compared(list(ada.checks.all()))
    assert parts[0] == {"name": "Foundation", "of": 8, "before": 1, "now": 2}
    for wrong in ({"answers": {"on": "maybe"}}, {"answers": {"fly": "alone"}}, {"answers": {}, "confidence": None},
                  {"answers": {"on": "alone"}, "confidence": 6},
                  {"answers": {"on": "alone"}, "taken_on": today + SOON}):  # fmt: skip
        with pytest.raises(Refused):
            actions.check(person=ada, by=world.team(), **wrong)


@pytest.mark.parametrize("broken", [{"places": 0}, {"kind": "one_to_one", "places": 2}, {"site": None}])
def test_the_database_refuses_a_session_that_cannot_be(broken, owner):
    session(owner)
    with pytest.raises(IntegrityError), transaction.atomic():
        Session.objects.update(**broken)


def test_the_database_refuses_a_confidence_of_six(owner):
    with pytest.raises(IntegrityError), transaction.atomic():
        Check.objects.create(person=person(), taken_on=timezone.localdate(), confidence=6)
