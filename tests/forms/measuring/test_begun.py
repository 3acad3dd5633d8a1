"""How journeys went: sent, ended, stopped at a page or under way; the same before and after they are deleted."""

import pytest
from django.test import Client

from borough.forms import retention
from borough.forms.measuring import queries
from borough.forms.measuring.models import Stopped
from borough.forms.models import Journey
from borough.foundations.audit.actors import SYSTEM
from tests import people

from .. import made
from .days import later, since

pytestmark = pytest.mark.django_db


def begun(pages, client=None):
    """Somebody answers the first so many pages."""
    client = client or Client()
    made.fill(client, answers=made.ANSWERS[:pages])
    return client


def counted():
    """{(went, page, channel): count}"""
    found = {}
    for one in queries.begun("borrow-a-bike", *since()):
        key = (one.went, one.page, one.channel)
        found[key] = found.get(key, 0) + one.count
    return found


def test_looking_at_a_form_is_not_beginning_it(client, bike):
    client.get("/services/borrow-a-bike/")
    client.get("/apply/borrow-a-bike/who")
    assert counted() == {}


def test_under_way_until_it_was_left_for_a_day(bike):
    begun(2)
    later(hours=23)
    assert counted() == {("under way", "", "online"): 1}
    later(hours=2)
    assert counted() == {("stopped", "email", "online"): 1}


def test_the_page_they_stopped_at_is_the_one_they_did_not_answer(bike):
    for pages in (1, 2, 2, 4):
        begun(pages)
    later(days=2)
    assert counted() == {
        ("stopped", "name", "online"): 1,
        ("stopped", "email", "online"): 2,
        ("stopped", "check-answers", "online"): 1,
    }


def test_somebody_told_that_it_is_not_for_them_has_not_given_up(bike):
    Client().post("/apply/borrow-a-bike/who", {"who": "cat"})
    later(days=2)
    assert counted() == {("ended", "no-cats", "online"): 1}


def test_sent_is_sent_at_once(bike):
    begun(4).post("/apply/borrow-a-bike/send")
    assert counted() == {("sent", "", "online"): 1}


def test_who_filled_it_in(db):
    made.publish(made.bike("[resident, officer]", "[resident, officer, partner]"))
    begun(4, people.signed_in(people.partner(), factor=None)).post("/apply/borrow-a-bike/send")
    begun(2, people.signed_in(people.partner(), factor=None))
    helping = people.signed_in(people.officer())
    helping.post("/work/apply/borrow-a-bike/")
    begun(3, helping)
    later(days=2)
    assert counted() == {
        ("sent", "", "partner"): 1,
        ("stopped", "email", "partner"): 1,
        ("stopped", "when", "assisted"): 1,
    }


def test_nothing_changes_when_they_are_deleted(bike):
    for pages in (1, 2, 2, 4):
        begun(pages)
    Client().post("/apply/borrow-a-bike/who", {"who": "cat"})
    later(days=31)
    before = counted()
    assert retention.delete_due(by=SYSTEM) == {"borrow-a-bike": {"unfinished": 5}}
    assert not Journey.objects.exists()
    assert counted() == before
    assert sum(row.count for row in Stopped.objects.all()) == 5


def test_a_version_that_cannot_be_read_any_more_is_deleted_and_counted_all_the_same(bike):
    begun(2)
    later(days=31)
    row = Journey.objects.get().version
    type(row).objects.update(data=row.data | {"pages": [{"name": "x", "questions": [{"type": "gone"}]}]})
    made.queries.forget()
    assert retention.delete_due(by=SYSTEM) == {"borrow-a-bike": {"unfinished": 1}}
    assert counted() == {("stopped", "", "online"): 1}
