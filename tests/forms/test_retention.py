"""Journeys nobody finished are deleted when their service's time for them is up, and no other."""

import datetime

import pytest
from django.utils import timezone

from borough.forms import retention
from borough.forms.jobs import retention as nightly
from borough.forms.models import Journey, Submission
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.audit.models import AuditEvent
from borough.foundations.documents.models import Document
from borough.foundations.schedule.registry import jobs

from . import made
from .journeys.papers import pdf

pytestmark = pytest.mark.django_db


def left(days):
    """The journeys there are were last changed so many days ago."""
    Journey.objects.update(changed_at=timezone.now() - datetime.timedelta(days=days))


def test_thirty_days_unless_the_service_says_otherwise(client, bike):
    made.fill(client, answers=made.ANSWERS[:2])
    left(29)
    assert retention.delete_overdue(by=SYSTEM) == {}
    left(31)
    assert retention.delete_overdue(by=SYSTEM) == {"borrow-a-bike": 1}
    assert not Journey.objects.exists()


@pytest.mark.parametrize(
    ("kept", "young", "old"), [("1 day", 0, 2), ("2 weeks", 13, 15), ("6 months", 178, 190), ("1 year", 364, 367)]
)
def test_the_services_own_time(client, db, kept, young, old):
    made.publish(made.bike("team:", f"retention: {{unfinished: {kept}}}\nteam:"))
    made.fill(client, answers=made.ANSWERS[:2])
    left(young)
    assert retention.overdue(timezone.now()) == {}
    left(old)
    assert retention.overdue(timezone.now()) == {"borrow-a-bike": 1}


def test_what_people_were_told_when_they_began_holds(client, bike):
    made.fill(client, answers=made.ANSWERS[:2])
    made.publish(made.bike("team:", "retention: {unfinished: 1 day}\nteam:"))
    left(20)
    assert retention.overdue(timezone.now()) == {}


def test_what_was_sent_is_not_touched(answered):
    answered.post("/apply/borrow-a-bike/send")
    left(1000)
    assert retention.delete_overdue(by=SYSTEM) == {}
    assert Submission.objects.get().journey is not None


def test_its_files_go_with_it(client, everything):
    client.post("/apply/everything/about-you", {"full_name": "Ada", "email": "ada@example.org"})
    client.post("/apply/everything/papers", {"papers": pdf(), "do": "upload"})
    assert Document.objects.count() == 1
    left(31)
    retention.delete_overdue(by=SYSTEM)
    assert not Document.objects.exists()


def test_a_deletion_is_in_the_audit_trail(client, bike):
    made.fill(client, answers=made.ANSWERS[:2])
    left(31)
    retention.delete_overdue(by=SYSTEM)
    assert AuditEvent.objects.get(action="journey.deleted").data == {"slug": "borrow-a-bike"}


def test_it_is_done_every_day(client, bike):
    made.fill(client, answers=made.ANSWERS[:2])
    left(31)
    assert jobs["forms.retention"].cron.endswith("* * *")
    nightly()
    assert not Journey.objects.exists()
