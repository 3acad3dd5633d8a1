"""Old events can be forgotten; the forgetting is recorded, and nothing young goes with it."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from borough.foundations.audit import retention
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.audit.models import AuditEvent

pytestmark = pytest.mark.django_db


@pytest.fixture
def events():
    """One event of each age, in years."""
    for years in (1, 6, 8, 20):
        at = timezone.now() - timedelta(days=366 * years)
        AuditEvent.objects.create(at=at, actor_kind="system", action="a.b", record_kind="case", record_id=str(years))


def ids():
    return set(AuditEvent.objects.filter(record_kind="case").values_list("record_id", flat=True))


def test_events_older_than_seven_years_go(events):
    assert retention.purge(before=retention.latest(), by=SYSTEM) == 2
    assert ids() == {"1", "6"}
    assert AuditEvent.objects.get(action="audit.purged").data["count"] == 2


def test_only_those_before_the_day_go(events):
    assert retention.purge(before=timezone.localdate() - timedelta(days=365 * 15), by=SYSTEM) == 1
    assert ids() == {"1", "6", "8"}


def test_a_dry_run_only_counts(events):
    assert retention.purge(before=retention.latest(), dry_run=True, by=SYSTEM) == 2
    assert AuditEvent.objects.count() == 4


def test_a_young_day_is_refused(events):
    with pytest.raises(retention.TooYoung, match="7 years"):
        retention.purge(before=retention.latest() + timedelta(days=1), by=SYSTEM)
    assert len(ids()) == 4


def test_after_a_purge_the_table_is_shut_again(events):
    retention.purge(before=timezone.localdate() - timedelta(days=365 * 15), by=SYSTEM)
    with pytest.raises(Exception, match="only ever added to"):
        AuditEvent.objects.filter(record_id="8").delete()


@pytest.mark.parametrize(
    ("today", "latest"),
    [(date(2026, 11, 22), date(2019, 11, 22)), (date(2028, 2, 29), date(2021, 2, 28))],
)
def test_the_latest_day_is_seven_years_back(today, latest):
    assert retention.latest(today) == latest


def test_the_command_counts_first(events, capsys):
    call_command("audit", "purge", "--before", "2010-01-01", "--dry-run")
    assert capsys.readouterr().out == "1 events would be deleted\n"


def test_the_command_refuses_a_young_day(events, capsys):
    with pytest.raises(SystemExit):
        call_command("audit", "purge", "--before", str(timezone.localdate()))
    assert "kept for 7 years" in capsys.readouterr().err
    assert len(ids()) == 4
