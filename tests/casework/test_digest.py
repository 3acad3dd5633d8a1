"""The daily digest."""

import datetime

import pytest
from django.utils import timezone

from borough.casework import actions, deadlines, digest, jobs
from borough.casework.models import Case
from borough.foundations.audit.actors import RESIDENT
from borough.foundations.messages.models import Message
from borough.foundations.people.models import Absence
from borough.foundations.schedule.registry import jobs as scheduled

from . import world


@pytest.fixture
def today(monkeypatch):
    """A day that is worked."""
    return deadlines.add_working_days(timezone.localdate(), 1)


def test_new_answered_late_and_nearly_late(form, ann, today):
    new, answered, late, nearly = (world.case(form) for _ in range(4))
    actions.assign(cases=[answered, late, nearly], to=ann, by=ann)
    actions.message_in(case=answered, text="Here", by=RESIDENT)
    Case.objects.filter(pk=late.pk).update(due_on=today - datetime.timedelta(days=3))
    Case.objects.filter(pk=nearly.pk).update(due_on=deadlines.add_working_days(today, 1))
    text = digest.digest(ann, today)
    for title, case in (
        ("They answered", answered),
        ("Late", late),
        ("Nearly late", nearly),
        ("New for your team", new),
    ):
        part = text.split(f"# {title}\n")[1].split("\n# ")[0]
        assert case.reference in part, title
    assert "Sam Example" not in text


def test_it_goes_once_to_whoever_has_something_to_read(form, ann, zoe, today):
    world.case(form)
    assert digest.send(today) == 1
    digest.send(today)
    message = Message.objects.get(key__startswith="digest:")
    assert message.to == ann.email


def test_not_to_somebody_away(form, ann, today):
    world.case(form)
    Absence.objects.create(user=ann, first_day=today, back_on=today + datetime.timedelta(days=1))
    assert digest.send(today) == 0


def test_not_on_a_bank_holiday(form, ann):
    world.case(form)
    assert digest.send(datetime.date(2026, 12, 25)) == 0


def test_it_runs_on_working_mornings():
    assert scheduled["casework.digest"].run is jobs.daily_digest
    assert scheduled["casework.digest"].cron == "30 7 * * 1-5"
