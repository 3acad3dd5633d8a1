"""What the database itself refuses."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from borough.programme.workstreams.models import (
    Forecast,
    Milestone,
    Rewording,
    StatusChange,
    Update,
    Workstream,
)

from .. import world

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def refused(what):
    with pytest.raises(IntegrityError), transaction.atomic():
        what()


def said():
    return {"at": timezone.now(), "by_name": "Meera"}


def test_a_workstream_has_an_area_that_is_known_an_owner_and_a_rhythm():
    stream = world.workstream()
    for wrong in ({"areas": []}, {"areas": ["sea"]}, {"owner": ""}, {"update_every": 0}):
        refused(lambda wrong=wrong: Workstream.objects.filter(pk=stream.pk).update(**wrong))


def test_a_status_is_known_and_has_a_reason():
    stream = world.workstream()
    refused(lambda: StatusChange.objects.create(workstream=stream, status="green", reason="x", **said()))
    refused(lambda: StatusChange.objects.create(workstream=stream, status="late", reason="", **said()))
    refused(lambda: Update.objects.create(workstream=stream, words="", **said()))
    refused(lambda: Rewording.objects.create(workstream=stream, part="why", before="x", reason="", **said()))


def test_a_milestone_and_its_forecasts_come_after_its_start():
    stream = world.workstream()
    early = {"title": "x", "starts_on": world.STARTS, "planned_for": world.STARTS - DAY}
    refused(lambda: Milestone.objects.create(workstream=stream, **early))
    made = Milestone.objects.create(workstream=stream, title="x", starts_on=world.STARTS, planned_for=world.STARTS)
    refused(lambda: Milestone.objects.create(workstream=stream, **(early | {"planned_for": world.STARTS})))
    refused(lambda: Milestone.objects.filter(pk=made.pk).update(reached_on=world.STARTS - DAY))
    told = {"milestone": made, "starts_on": world.STARTS, **said()}
    refused(lambda: Forecast.objects.create(day=world.STARTS - DAY, reason="x", **told))
    refused(lambda: Forecast.objects.create(day=world.STARTS, reason="", **told))


def test_the_first_plan_never_changes():
    made = Milestone.objects.create(
        workstream=world.workstream(), title="x", starts_on=world.STARTS, planned_for=world.STARTS
    )
    refused(lambda: Milestone.objects.filter(pk=made.pk).update(planned_for=world.STARTS + DAY))
    Milestone.objects.filter(pk=made.pk).update(reached_on=world.STARTS)


def test_what_was_said_is_neither_changed_nor_deleted():
    stream = world.workstream()
    made = Milestone.objects.create(workstream=stream, title="x", starts_on=world.STARTS, planned_for=world.STARTS)
    rows = [
        StatusChange.objects.create(workstream=stream, status="late", reason="x", **said()),
        Update.objects.create(workstream=stream, words="x", **said()),
        Rewording.objects.create(workstream=stream, part="why", before="x", reason="x", **said()),
        Forecast.objects.create(milestone=made, starts_on=world.STARTS, day=world.STARTS, reason="x", **said()),
    ]
    for row in rows:
        refused(lambda row=row: type(row).objects.filter(pk=row.pk).update(by_name="Somebody else"))
        refused(row.delete)
