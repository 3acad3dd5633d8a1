"""A worker killed while it deletes: nothing is half done, and each journey is counted once."""

from datetime import timedelta

import pytest
from django.db.models import Sum
from django.test import Client
from django.utils import timezone

from borough.forms.jobs import retention as nightly
from borough.forms.measuring.models import Stopped
from borough.forms.models import Journey
from borough.foundations.audit.models import AuditEvent
from borough.foundations.schedule.models import Schedule
from borough.foundations.schedule.runner import run_due
from tests.foundations.together import eventually
from tests.foundations.workerprocess import worker

from . import made
from .journeys.test_kill import elsewhere, somebody_waits
from .measuring.days import later


def counted():
    return Stopped.objects.aggregate(sum=Sum("count"))["sum"] or 0


def there_are(journeys) -> bool:
    return (Journey.objects.count(), counted()) == (journeys, 0)


@pytest.mark.django_db(transaction=True)
def test_killed_at_any_step_nothing_is_half_done():
    made.publish(made.BIKE)
    for _ in range(3):
        made.fill(Client(), answers=made.ANSWERS[:2])
    later(days=31)
    run_due(clock=lambda: timezone.now() - timedelta(days=400))  # the jobs are known, and none is due yet
    for table in (Stopped, AuditEvent):
        Schedule.objects.filter(name="forms.retention").update(due_at=timezone.now())
        with elsewhere() as blocking, worker() as process:
            blocking.execute(f'LOCK TABLE "{table._meta.db_table}" IN SHARE ROW EXCLUSIVE MODE')
            eventually(somebody_waits, seconds=60, what=f"waiting for {table._meta.label}")
            process.kill()
            process.wait()
        eventually(lambda: there_are(3), what="the dead worker's transaction undone")
    nightly()
    assert (Journey.objects.count(), counted()) == (0, 3)
