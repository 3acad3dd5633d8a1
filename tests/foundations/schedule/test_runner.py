"""What is due runs, and how it went is kept."""

from datetime import timedelta

import pytest

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.messages.actions import send
from borough.foundations.messages.models import Message
from borough.foundations.schedule.models import Schedule
from borough.foundations.schedule.registry import every
from borough.foundations.schedule.runner import run_due

pytestmark = pytest.mark.django_db


def write():
    send(channel="email", to="sam@example.org", body="Ready.", by=SYSTEM)


def write_and_fail():
    write()
    raise ValueError("sam@example.org")


def test_a_new_job_waits_for_its_first_time(jobs, clock):
    ran = []
    every("*/5 * * * *", name="often")(lambda: ran.append(clock.now))
    assert run_due(clock=clock) == 0
    clock.advance(timedelta(minutes=5))
    assert run_due(clock=clock) == 1
    assert run_due(clock=clock) == 0
    assert ran == [clock.now]
    row = Schedule.objects.get()
    assert (row.last_started_at, row.due_at, row.last_error) == (clock.now, clock.now.replace(minute=10, second=0), "")


def test_after_a_long_sleep_it_runs_once(jobs, clock):
    ran = []
    every("*/5 * * * *", name="often")(lambda: ran.append(1))
    run_due(clock=clock)
    clock.advance(timedelta(days=2))
    run_due(clock=clock)
    assert ran == [1]


def test_a_job_that_fails_is_undone_and_says_so_and_names_nobody(jobs, clock, caplog):
    every("* * * * *", name="broken")(write_and_fail)
    every("* * * * *", name="good")(write)
    run_due(clock=clock)
    clock.advance(timedelta(minutes=1))
    assert run_due(clock=clock) == 2
    assert Message.objects.count() == 1
    row = Schedule.objects.get(name="broken")
    assert row.last_error.startswith("ValueError at tests/foundations/schedule/test_runner.py:")
    assert "broken" in caplog.text
    assert "sam@" not in caplog.text + row.last_error


def test_once_it_goes_well_the_error_is_gone(jobs, clock):
    every("* * * * *", name="mended")(write)
    run_due(clock=clock)
    Schedule.objects.update(last_error="ValueError")
    clock.advance(timedelta(minutes=1))
    run_due(clock=clock)
    assert Schedule.objects.get().last_error == ""


def test_a_changed_time_takes_effect_at_once(jobs, clock):
    every("0 8 * * 1", name="digest")(write)
    run_due(clock=clock)
    jobs.clear()
    every("* * * * *", name="digest")(write)
    run_due(clock=clock)
    assert Schedule.objects.get().due_at == clock.now.replace(minute=1, second=0)


def test_a_job_that_is_no_more_is_forgotten_after_a_day(jobs, clock):
    Schedule.objects.create(name="old", cron="* * * * *", due_at=clock.now)
    assert run_due(clock=clock) == 0
    assert Schedule.objects.exists()
    clock.advance(timedelta(days=2))
    assert run_due(clock=clock) == 0
    assert not Schedule.objects.exists()
