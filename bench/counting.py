"""How long the night's counting takes where a borough has many cases: the demonstration's, copied many times over."""

import time

from django.db import connection
from django.utils import timezone

from borough.casework.models import Case, TimelineEntry
from borough.demonstration import load
from borough.forms.models import Journey, Submission
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.measures import actions
from borough.foundations.scratch import scratch_database

# In a copy, what has to be its own: column → an expression of the old row (o) and the number of the copy (k).
FRESH = {
    Journey: {"id": "md5(o.id::text || k)::uuid", "token_hash": "md5(o.token_hash || k)", "resume_hash": "NULL"},
    Submission: {"id": "o.id + k * 1000000", "journey_id": "md5(o.journey_id::text || k)::uuid",
                 "reference": "o.reference || k"},
    Case: {"id": "o.id + k * 1000000", "submission_id": "o.submission_id + k * 1000000",
           "reference": "o.reference || k", "merged_into_id": "o.merged_into_id + k * 1000000"},
    TimelineEntry: {"id": "o.id + k * 1000000", "case_id": "o.case_id + k * 1000000"},
}  # fmt: skip


def measure(say, *, cases: int) -> dict:
    """{cases, measures, failed, seconds, slowest}: counting every code measure over so many cases."""
    with scratch_database(say):
        load.load(say=lambda line: None)
        copies = -(-cases // Case.objects.count())
        say(f"Copying the demonstration’s cases {copies:,} times")
        _copy(copies)
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


def _copy(copies: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")  # no triggers, no keys looked up row by row
        for model, fresh in FRESH.items():
            columns = [field.column for field in model._meta.concrete_fields]
            values = ", ".join(fresh.get(column, f'o."{column}"') for column in columns)
            names, table = ", ".join(f'"{column}"' for column in columns), model._meta.db_table
            statement = f'INSERT INTO "{table}" ({names}) SELECT {values} FROM "{table}" o, generate_series(1, %s) k'
            cursor.execute(statement + _sent(model), [copies - 1])
        cursor.execute("SET session_replication_role = DEFAULT")
        cursor.execute("ANALYZE")


def _sent(model) -> str:
    """Only journeys that were sent: the others would be copies of nobody."""
    return " WHERE o.sent_at IS NOT NULL" if model is Journey else ""
