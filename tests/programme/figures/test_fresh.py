import datetime

import pytest

from borough.programme.figures.fresh import fresh

TODAY = datetime.date(2026, 11, 20)


def said(ago, value=1, error="", every=1, typed=False):
    day = TODAY - datetime.timedelta(days=ago) if ago is not None else None
    return fresh(day, value, error, every=every, typed=typed, today=TODAY)


@pytest.mark.parametrize(("ago", "kind"), [(0, "fresh"), (1, "fresh"), (2, "fresh"), (3, "stale"), (400, "stale")])
def test_a_counted_number_gets_old_in_days(ago, kind):
    assert said(ago).kind == kind


@pytest.mark.parametrize(("ago", "kind"), [(92, "fresh"), (123, "fresh"), (124, "stale")])
def test_a_typed_one_in_the_days_between_two(ago, kind):
    assert said(ago, every=92, typed=True).kind == kind


def test_one_that_failed_says_so_however_new():
    failed = said(1, None, "ValueError at borough/x.py:1")
    assert (failed.kind, failed.told) == ("failed", False)
    assert "could not be counted on 19 November 2026" in failed.words
    assert "ValueError" not in failed.words


def test_nothing_known_and_nothing_ever_counted():
    assert said(1, None).kind == "unknown"
    assert said(None, None).words == "Not counted yet"
    assert said(None, None, typed=True).words == "No number has been typed yet"
