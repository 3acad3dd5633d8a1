"""Journeys go when their service's time for them is up, each kind after its own, and no other."""

import datetime
import json

import pytest
from django.test import Client
from django.utils import timezone

from borough.forms import retention
from borough.forms.jobs import retention as nightly
from borough.forms.models import Journey, Submission
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.audit.models import AuditEvent
from borough.foundations.documents.models import Document
from borough.foundations.keeping import actions as keeping
from borough.foundations.messages.models import Message
from borough.foundations.schedule.registry import jobs

from . import made
from .commands.run import as_json, services
from .journeys.papers import pdf
from .measuring.days import later

pytestmark = pytest.mark.django_db
NOW = timezone.now()
INFECTED = {"scan": "infected", "scanned_at": NOW, "threat": "Eicar"}


def gone():
    return retention.delete_due(by=SYSTEM)


def due():
    """{kind: how many}"""
    return {kind.name: found.count for kind, found in retention.due()}


def kept_for(lengths):
    return made.publish(made.bike("team:", f"retention: {lengths}\nteam:"))


def begun(client=None, pages=2):
    client = client or Client()
    made.fill(client, answers=made.ANSWERS[:pages])
    return client


def turned_away():
    Client().post("/apply/borrow-a-bike/who", {"who": "cat"})


def test_thirty_days_unless_the_service_says_otherwise(bike):
    begun()
    later(days=29)
    assert gone() == {}
    later(days=2)
    assert gone() == {"borrow-a-bike": {"unfinished": 1}}
    assert not Journey.objects.exists()


@pytest.mark.parametrize(
    ("kept", "young", "old"), [("1 day", 0, 2), ("2 weeks", 13, 15), ("6 months", 178, 190), ("1 year", 364, 367)]
)
def test_the_services_own_time(db, kept, young, old):
    kept_for(f"{{unfinished: {kept}}}")
    begun()
    later(days=young)
    assert due() == {}
    later(days=old - young)
    assert due() == {"unfinished": 1}


def test_what_people_were_told_when_they_began_holds(bike):
    begun()
    kept_for("{unfinished: 1 day}")
    later(days=20)
    assert due() == {}


def test_a_form_that_ended_goes_sooner_where_the_service_says_so(db):
    kept_for("{unfinished: 30 days, failed: 2 days}")
    begun()
    turned_away()
    later(days=3)
    assert gone() == {"borrow-a-bike": {"failed": 1}}
    assert Journey.objects.count() == 1
    later(days=28)
    assert gone() == {"borrow-a-bike": {"unfinished": 1}}


def test_a_form_that_ended_stays_as_long_as_any_other_unless_the_service_says_so(bike):
    turned_away()
    later(days=29)
    assert gone() == {}
    later(days=2)
    assert gone() == {"borrow-a-bike": {"unfinished": 1}}


def test_of_what_was_sent_the_way_back_goes_and_the_submission_stays(answered):
    answered.post("/apply/borrow-a-bike/send")
    later(days=89)
    assert gone() == {}
    assert Submission.objects.get().reference in answered.get("/apply/borrow-a-bike/sent").content.decode()
    later(days=2)
    assert gone() == {"borrow-a-bike": {"sent": 1}}
    assert Submission.objects.get().answers["full_name"] == "Ada Example"
    page = answered.get("/apply/borrow-a-bike/sent")
    assert page.status_code == 410
    assert answered.post("/apply/borrow-a-bike/send").status_code == 410
    assert Submission.objects.count() == 1


def test_its_files_go_with_it(client, everything):
    client.post("/apply/everything/about-you", {"full_name": "Ada", "email": "ada@example.org"})
    client.post("/apply/everything/papers", {"papers": pdf(), "do": "upload papers"})
    assert Document.objects.count() == 1
    later(days=31)
    gone()
    assert not Document.objects.exists()


@pytest.mark.parametrize("scan", [{"scan": "waiting", "scan_due_at": NOW}, INFECTED, {"scan": "failed"}])
def test_files_in_quarantine_go_too(client, everything, scan):
    client.post("/apply/everything/about-you", {"full_name": "Ada", "email": "ada@example.org"})
    client.post("/apply/everything/papers", {"papers": pdf(), "do": "upload papers"})
    Document.objects.update(**scan)
    later(days=31)
    gone()
    assert not Document.objects.exists()


def test_somebody_who_comes_back_before_it_is_deleted_keeps_it(bike):
    client = begun()
    later(days=31)
    [(kind, found)] = list(retention.due())
    made.fill(client, answers=made.ANSWERS[2:3])
    assert kind.delete(found.records, by=SYSTEM) == 0
    assert Journey.objects.exists()


def test_a_legal_hold_keeps_it(bike):
    begun()
    journey = Journey.objects.get()
    keeping.hold(about=f"journey:{journey.pk}", reason="Claim 7", by=SYSTEM)
    later(days=31)
    [(_, found)] = list(retention.due())
    assert (found.count, list(found.why_kept)) == (0, ["It is held for a legal claim or an inquiry"])
    assert gone() == {}
    keeping.lift(about=f"journey:{journey.pk}", by=SYSTEM)
    assert gone() == {"borrow-a-bike": {"unfinished": 1}}


def test_a_message_that_waits_keeps_what_it_is_about(bike):
    client = begun()
    client.post("/apply/borrow-a-bike/save", {"email": "ada@example.org"})
    later(days=31)
    assert due() == {"unfinished": 0}
    Message.objects.update(status="sent", sent_at=timezone.now(), body="")
    assert due() == {"unfinished": 1}


def test_the_link_sent_does_not_outlive_the_form(db):
    kept_for("{unfinished: 7 days}")
    client = begun()
    client.post("/apply/borrow-a-bike/save", {"email": "ada@example.org"})
    week = timezone.localdate() + datetime.timedelta(days=7)
    assert timezone.localdate(Journey.objects.get().resume_until) == week
    assert f"It works until {week.day} {week:%B %Y}" in Message.objects.get().body


def test_a_dry_run_says_what_would_go_and_why_and_changes_nothing(bike):
    begun()
    begun(pages=4).post("/apply/borrow-a-bike/send")
    later(days=100)
    before = list(Journey.objects.order_by("pk").values())
    status, found = as_json("retention", "--dry-run")
    assert status == 0
    assert found["deleted"] == {}
    assert {(row["service"], row["kind"], row["after"], row["count"]) for row in found["due"]} == {
        ("borrow-a-bike", "unfinished", "30 days", 1),
        ("borrow-a-bike", "sent", "90 days", 1),
    }
    assert "1 form that nobody finished, after 30 days" in services("retention", "--dry-run")[1]
    assert list(Journey.objects.order_by("pk").values()) == before
    assert not AuditEvent.objects.filter(action="journey.deleted").exists()
    assert as_json("retention")[1]["deleted"] == {"borrow-a-bike": {"unfinished": 1, "sent": 1}}
    assert "Nothing is due" in services("retention", "--dry-run")[1]


def test_a_deletion_is_in_the_audit_trail_without_what_was_in_it(bike):
    begun()
    later(days=31)
    gone()
    event = AuditEvent.objects.get(action="journey.deleted")
    assert event.data == {"slug": "borrow-a-bike"}
    assert "Ada" not in json.dumps(list(AuditEvent.objects.values()), default=str)


def test_it_is_done_every_day(bike):
    begun()
    later(days=31)
    assert jobs["forms.retention"].cron.endswith("* * *")
    nightly()
    assert not Journey.objects.exists()
