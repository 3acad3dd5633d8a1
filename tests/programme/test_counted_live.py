"""The numbers are those of the services: one case is changed, and the public number moves after the next snapshot."""

import json

import pytest
from django.test import Client
from django.utils import timezone

from borough.casework import actions as casework
from borough.casework.connections import submitted
from borough.casework.models import Case
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.measures import actions as measures
from tests.casework import world as borough

from . import world

pytestmark = pytest.mark.django_db


def latest(key):
    rows = json.loads(Client().get("/api/programme/workstreams").content)[0]["measures"]
    return next(row for row in rows if row["key"] == key)["latest"]


def snapshot():
    measures.snapshot(day=timezone.localdate(), by=SYSTEM)


def test_one_case_changes_and_the_number_moves():
    stream = world.workstream()
    world.counted(stream, "cases-open")
    form = borough.publish()
    case = submitted(borough.submission(form), form)
    snapshot()
    before = latest("cases-open")
    assert before == Case.objects.filter(closed_at=None).count() == 1
    casework.move(case=case, move="refuse", by=borough.officer("Ada", "approver"), reason="Too late.")
    assert latest("cases-open") == before  # not yet: the night counts
    snapshot()
    assert latest("cases-open") == before - 1
