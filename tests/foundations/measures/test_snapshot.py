"""A snapshot keeps one reading of every measure for one day."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import connection

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.audit.models import AuditEvent
from borough.foundations.measures import jobs, queries
from borough.foundations.measures.actions import snapshot
from borough.foundations.measures.models import Reading

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


def bad_sql(day):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1/0")


def test_each_measure_has_its_reading(declare):
    declare("whole", count=lambda day: day.day)
    declare("parts", count=lambda day: Decimal("12.5"))
    declare("unknown", count=lambda day: None)
    snapshot(day=DAY, by=SYSTEM)
    kept = {reading.key: (reading.value, reading.error) for reading in Reading.objects.filter(day=DAY)}
    assert kept == {"whole": (20, ""), "parts": (Decimal("12.5"), ""), "unknown": (None, "")}


@pytest.mark.parametrize("broken", [lambda day: {}["sam@example.org"], bad_sql, lambda day: "many"])
def test_one_that_fails_leaves_an_error_and_the_others_go_on(declare, broken):
    declare("a-broken", count=broken)
    declare("b-good")
    snapshot(day=DAY, by=SYSTEM)
    assert Reading.objects.get(key="b-good").value == 3
    reading = Reading.objects.get(key="a-broken")
    assert reading.value is None
    assert reading.error
    assert "sam" not in reading.error


def test_counting_a_day_again_replaces_it(declare):
    values = [1, 2]
    declare(count=lambda day: values.pop(0))
    snapshot(day=DAY, by=SYSTEM)
    snapshot(day=DAY, by=SYSTEM)
    assert Reading.objects.get().value == 2


def test_it_is_audited(declare):
    declare()
    snapshot(day=DAY, by=SYSTEM)
    event = AuditEvent.objects.get(action="measures.counted")
    assert (event.record_id, event.data) == ("2026-11-20", {"counted": 1, "failed": []})


def test_the_newest_readings_are_found(declare):
    declare()
    snapshot(day=DAY, by=SYSTEM)
    snapshot(day=date(2026, 11, 21), by=SYSTEM)
    assert queries.latest()["devices-lent"].day == date(2026, 11, 21)
    assert [reading.day.day for reading in queries.readings("devices-lent")] == [21, 20]


def test_the_daily_job_counts_yesterday_in_the_boroughs_own_time(declare, monkeypatch):
    declare()
    monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(2026, 7, 1, 0, 30, tzinfo=UTC))
    jobs.yesterday()
    assert Reading.objects.get().day == date(2026, 6, 30)
