"""Making a definition live: now, later, once, and never with faults."""

import datetime

import pytest
from django.utils import timezone

from borough.forms import publishing, queries, versions
from borough.forms.models import DefinitionVersion, Publication
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.audit.models import AuditEvent

from .. import made

pytestmark = pytest.mark.django_db
OTHER = made.bike("Borrow a bike\n", "Borrow two bikes\n")
DAY = datetime.timedelta(days=1)


def test_the_version_is_live_and_kept_by_the_hash_of_its_content(bike):
    row = DefinitionVersion.objects.get()
    assert len(row.hash) == 64
    assert row.source == made.BIKE
    assert (bike.version, publishing.live_version("borrow-a-bike")) == (row.pk, row)


def test_unchanged_it_is_not_published_again(bike):
    assert publishing.publish(loaded=made.loaded(made.BIKE), by=SYSTEM) is None
    assert Publication.objects.count() == AuditEvent.objects.filter(action="service.published").count() == 1


def test_changed_it_replaces_what_was_live(bike):
    assert made.publish(OTHER).title == "Borrow two bikes"
    assert DefinitionVersion.objects.count() == 2


def test_going_back_to_an_earlier_content_finds_its_version(bike):
    made.publish(OTHER)
    assert made.publish(made.BIKE).version == bike.version
    assert (DefinitionVersion.objects.count(), Publication.objects.count()) == (2, 3)


def test_with_faults_nothing_is_kept(db):
    loaded = made.loaded(made.bike("go: no-cats", "go: no-dogs"))
    with pytest.raises(versions.HasFaults) as refused:
        publishing.publish(loaded=loaded, by=SYSTEM)
    assert refused.value.faults == loaded.faults
    assert not DefinitionVersion.objects.exists()


def test_a_scheduled_version_waits_for_its_moment(bike, monkeypatch):
    made.publish(OTHER, at=timezone.now() + DAY)
    assert queries.live("borrow-a-bike").title == "Borrow a bike"
    tomorrow = timezone.now() + DAY + datetime.timedelta(seconds=1)
    monkeypatch.setattr("borough.forms.queries.timezone.now", lambda: tomorrow)
    queries.forget()
    assert queries.live("borrow-a-bike").title == "Borrow two bikes"


def test_a_service_that_is_only_scheduled_is_not_there_yet(db, client):
    with pytest.raises(queries.NoService):
        made.publish(made.BIKE, at=timezone.now() + DAY)
    assert client.get("/services/borrow-a-bike/").status_code == 404
    assert queries.services() == []


def test_what_changed_is_shown_line_by_line(bike):
    live = publishing.live_version("borrow-a-bike")
    lines = publishing.changes(live, OTHER, "borrow-a-bike/service.yaml")
    assert "-title: Borrow a bike" in lines
    assert "+title: Borrow two bikes" in lines
    assert publishing.changes(live, made.BIKE, "x") == []
    assert publishing.changes(None, made.BIKE, "x")[3] == "+title: Borrow a bike"


def test_another_process_hears_of_it_within_seconds(bike, monkeypatch):
    monkeypatch.setattr(queries, "FRESH", 0)
    queries.forget()
    queries.live("borrow-a-bike")
    publishing.publish(loaded=made.loaded(OTHER), by=SYSTEM)
    assert queries.live("borrow-a-bike").title == "Borrow two bikes"
