"""Doing things at once, and waiting for things without guessing how long they take."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

from django.db import connection


def at_once(count, act):
    """Call `act(number)` in `count` threads that start together. Returns what each gave; raises what any raised."""
    start = threading.Barrier(count)

    def run(number):
        try:
            start.wait(30)
            return act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(run, range(count)))


def eventually(check, *, seconds=30, what="it"):
    """Wait until `check()` is true, looking twenty times a second, and return what it gave."""
    deadline = time.monotonic() + seconds
    while not (found := check()):
        assert time.monotonic() < deadline, f"{what} did not happen within {seconds} seconds"
        threading.Event().wait(0.05)
    return found


class Clock:
    """A clock that moves when told."""

    def __init__(self, now):
        self.now = now

    def __call__(self):
        return self.now

    def advance(self, wait):
        self.now += wait
