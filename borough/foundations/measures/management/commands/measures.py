"""`borough measures`: what the borough counts, and counting it."""

import time
from datetime import date, timedelta
from itertools import count

from django.core.management.base import CommandError
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.commands import Noun
from borough.foundations.faults import brief

from ... import actions, queries, registry


class Command(Noun):
    help = "The measures: list them, explain one, count them all"
    verbs = {
        "list": "every measure with its newest reading",
        "explain": "what one measure counts, and its last readings",
        "snapshot": "count everything as at the end of a day",
    }

    def list(self, options):
        latest = queries.latest()
        rows = [_measure(measure) | _reading(latest.get(measure.key)) for measure in registry.measures()]
        self.answer({"measures": rows}, [f"{row['key']:<40} {_said(row):>14}  {row['title']}" for row in rows])

    def explain_arguments(self, parser):
        parser.add_argument("key")

    def explain(self, options):
        measure = registry.get(options["key"])
        if measure is None:
            raise CommandError(f"There is no measure called {options['key']}. `borough measures list` names them all.")
        readings = [_reading(reading) for reading in queries.readings(measure.key)[:10]]
        asked, took, fault = _timed(measure)
        better = {"up": "More is better.", "down": "Less is better.", "none": "Neither more nor less is better."}
        lines = [
            measure.title,
            "",
            measure.definition,
            "",
            f"Counted in {measure.unit}. {better[measure.direction]}",
            "",
        ]
        lines += [f"{row['day']}  {_said(row)}" for row in readings] or ["No readings yet."]
        lines += ["", fault or f"Counting it took {took:.1f} ms, in {asked} quer{'y' if asked == 1 else 'ies'}."]
        timed = {"queries": asked, "milliseconds": round(took, 1), "fault": fault}
        self.answer(_measure(measure) | {"readings": readings, "counting": timed}, lines)

    def snapshot_arguments(self, parser):
        parser.add_argument("--day", help="YYYY-MM-DD (yesterday)")

    def snapshot(self, options):
        day = _day(options["day"])
        done, total = count(1), len(registry.measures())

        def tell(row):
            self.say(f"  {next(done)} of {total}  {row.key}: {row.error or row.value}")

        readings = actions.snapshot(day=day, by=SYSTEM, tell=tell)
        failed = [reading.key for reading in readings if reading.error]
        lines = [f"Counted {len(readings) - len(failed)} of {len(readings)} measures for {day}."]
        self.answer({"day": day, "readings": [{"key": r.key} | _reading(r) for r in readings], "failed": failed}, lines)
        return 1 if failed else 0


def _timed(measure) -> tuple[int, float, str]:
    """(queries, milliseconds, what went wrong) of counting it as at the end of yesterday; nothing is kept."""
    started = time.perf_counter()
    with CaptureQueriesContext(connection) as asked:
        try:
            with transaction.atomic():
                measure.count(timezone.localdate() - timedelta(days=1))
            fault = ""
        except Exception as raised:
            fault = f"It cannot be counted now: {brief(raised)}."
    took = 1000 * (time.perf_counter() - started)
    return sum(not _frame(query["sql"]) for query in asked.captured_queries), took, fault


def _frame(sql: str) -> bool:
    """Whether a statement only frames a transaction."""
    return sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT"))


def _day(text):
    yesterday = timezone.localdate() - timedelta(days=1)
    try:
        day = date.fromisoformat(text) if text else yesterday
    except ValueError:
        raise CommandError(f"{text} is not a day. Write it as {yesterday}.") from None
    if day > timezone.localdate():
        raise CommandError(f"{day} has not been yet.")
    return day


def _measure(measure) -> dict:
    return {name: getattr(measure, name) for name in ("key", "title", "unit", "definition", "direction")}


def _reading(reading) -> dict:
    return {name: getattr(reading, name, None) for name in ("day", "value", "error")}


def _said(row) -> str:
    if row["error"]:
        return "error"
    return "not known" if row["value"] is None else f"{row['value'].normalize():f}"
