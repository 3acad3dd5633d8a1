"""Periodic work says when it runs, in the borough's own time."""

from datetime import UTC, datetime

import pytest
from cronsim import CronSimError

from borough.foundations.schedule.registry import LONDON, every
from borough.foundations.schedule.registry import jobs as real_jobs


def test_eight_in_the_morning_is_eight_in_summer_too(jobs):
    every("0 8 * * *", name="digest")(print)
    winter, summer = (jobs["digest"].after(datetime(2026, month, 27, 12, tzinfo=UTC)) for month in (3, 7))
    assert (winter.hour, winter.utcoffset().seconds) == (8, 0)
    assert (summer.hour, summer.utcoffset().seconds) == (8, 3600)


def test_the_next_time_is_after_now(jobs):
    every("0 8 * * *", name="digest")(print)
    eight = datetime(2026, 3, 27, 8, tzinfo=LONDON)
    assert jobs["digest"].after(eight) == datetime(2026, 3, 28, 8, tzinfo=LONDON)


def test_a_time_that_cannot_be_read_stops_the_start(jobs):
    with pytest.raises(CronSimError):
        every("at eight", name="digest")


def test_a_name_is_used_once(jobs):
    every("0 8 * * *", name="digest")(print)
    with pytest.raises(ValueError, match="two jobs are called digest"):
        every("0 9 * * *", name="digest")(repr)


def test_rooms_jobs_are_found_by_themselves():
    assert {"messages.sweep", "limits.purge", "measures.snapshot"} <= set(real_jobs)
