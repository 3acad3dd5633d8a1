"""However many workers there are, a job that is due runs once."""

import threading
from datetime import timedelta

import pytest

from borough.foundations.schedule.models import Schedule
from borough.foundations.schedule.registry import every
from borough.foundations.schedule.runner import run_due
from tests.foundations.together import at_once


@pytest.mark.django_db(transaction=True)
def test_ten_workers_at_once(jobs, clock):
    ran, lock = [], threading.Lock()

    def job():
        with lock:
            ran.append(1)

    every("* * * * *", name="often")(job)
    run_due(clock=clock)
    clock.advance(timedelta(minutes=1))
    counts = at_once(10, lambda number: run_due(clock=clock))
    assert sum(counts) == len(ran) == 1


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_dies_midway_leaves_it_due(jobs, clock):
    def die():
        raise SystemExit

    every("* * * * *", name="often")(die)
    run_due(clock=clock)
    clock.advance(timedelta(minutes=1))
    with pytest.raises(SystemExit):
        run_due(clock=clock)
    assert Schedule.objects.get().due_at <= clock.now
