"""The waits between tries grow, and end after three days."""

from datetime import timedelta
from itertools import count, takewhile

from borough.foundations.outgoing import waits


def test_they_grow():
    minutes = [waits.after(attempts).total_seconds() / 60 for attempts in range(1, 8)]
    assert minutes == [1, 5, 30, 120, 360, 360, 360]


def test_they_end_after_three_days():
    all_of_them = list(takewhile(bool, map(waits.after, count(1))))
    assert timedelta(days=3) <= sum(all_of_them, timedelta()) < timedelta(days=3, hours=6)
    assert waits.after(1000) is None
