"""How long the night's counting takes where a borough has many cases: the demonstration's, copied many times over."""

import time

from django.utils import timezone

from borough.casework.models import Case, TimelineEntry
from borough.demonstration import load
from borough.forms.models import Journey, Submission
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.measures import actions
from borough.foundations.scratch import scratch_database

from .copies import copy, moved

FRESH = {
    Journey: {"id": "md5(o.id::text || k)::uuid", "token_hash": "md5(o.token_hash || k)", "resume_hash": "NULL"},
    Submission: moved("id") | {"journey_id": "md5(o.journey_id::text || k)::uuid", "reference": "o.reference || k"},
    Case: moved("id", "submission_id", "merged_into_id") | {"reference": "o.reference || k"},
    TimelineEntry: moved("id", "case_id"),
}
SENT = {Journey: "o.sent_at IS NOT NULL"}  # the others would be copies of nobody


def measure(say, *, cases: int) -> dict:
    """{cases, measures, failed, seconds, slowest}: counting every code measure over so many cases."""
    with scratch_database(say):
        load.load(say=lambda line: None)
        copies = -(-cases // Case.objects.count())
        say(f"Copying the demonstration’s cases {copies:,} times")
        copy(FRESH, 1, copies - 1, where=SENT)
        took = {}
        last = [time.perf_counter()]

        def tell(reading):
            now = time.perf_counter()
            took[reading.key], last[0] = now - last[0], now

        started = time.perf_counter()
        day = timezone.localdate()
        readings = actions.snapshot(day=day, by=SYSTEM, tell=tell)
        seconds = time.perf_counter() - started
        slowest = sorted(took.items(), key=lambda item: -item[1])[:5]
        return {
            "cases": Case.objects.count(),
            "measures": len(readings),
            "failed": [reading.key for reading in readings if reading.error],
            "seconds": round(seconds, 2),
            "slowest": {key: round(each, 2) for key, each in slowest},
        }
