"""Whole journeys through a form, beside the floor, in one run: CPU per request, and how many a second.

Rounds alternate between the two, so that a machine whose speed drifts drifts for both; the medians are compared.
`borough bench journeys [--json] [--rounds 5] [--seconds 4]`.
"""

import os
from statistics import median

from django.db import connection
from django.utils import timezone

from bench import made, servers
from bench.visitors import crowd
from borough.config import database
from borough.foundations.scratch import scratch_database

LONG_PAGES = 156  # as many as the longest published form we know of
OURS = {
    "DJANGO_SETTINGS_MODULE": "borough.config.settings.development",
    "BOROUGH_DEBUG": "0",
    "BOROUGH_DEMONSTRATION": "0",
    "SERVICES_RELOAD": "0",
}


def measure(say, *, rounds: int = 5, seconds: float = 4.0) -> dict:
    """Milliseconds of CPU a request, their ratios, journeys and requests a second, and a worker's MiB."""
    with scratch_database(say):
        forms = _forms()
        address = _other(database.url(), connection.settings_dict["NAME"])
        core = min(os.sched_getaffinity(0))
        with (
            servers.server("bench.floor:application", database=address, core=core) as (floor_port, floor),
            servers.server("borough.config.wsgi:application", database=address, core=core, **OURS) as (port, worker),
        ):
            kinds = {"floor": (floor_port, floor, _on_the_floor)}
            kinds |= {kind: (port, worker, lambda i, steps=steps: steps) for kind, steps in forms.items()}
            figures = _rounds(kinds, rounds, seconds, say)
            memory = servers.mib(worker)
    return _summed(figures, forms, memory, rounds)


def _forms() -> dict:
    """The steps through each form, published; and a row for each visitor on the floor."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bench_floor (id int PRIMARY KEY, answers jsonb, changed_at timestamptz)")
        cursor.execute("INSERT INTO bench_floor SELECT i, '{}', now() FROM generate_series(1, 100) i")
    today, data = timezone.localdate(), made.real()
    return {
        "journey": made.published(made.SLUG, data, today),
        "short": made.published("short", made.long(data, 5), today),
        "long": made.published("long", made.long(data, LONG_PAGES), today),
    }


def _on_the_floor(visitor: int) -> list:
    return [(f"/page/{visitor + 1}", {"answer": "yes"})] * 10


def _rounds(kinds, rounds, seconds, say) -> dict[str, list[tuple[float, float, float]]]:
    """For each kind, for each round: (ms of CPU a request, requests a second, journeys a second)."""
    for port, _, steps in kinds.values():
        crowd(port, steps, seconds=1)
    figures = {kind: [] for kind in kinds}
    for number in range(rounds):
        for kind, (port, process, steps) in kinds.items():
            before = servers.cpu(process)
            tally = crowd(port, steps, seconds=seconds)
            if tally.faults:
                raise RuntimeError(tally.fault)
            used = (servers.cpu(process) - before) * 1000
            figures[kind].append((used / tally.requests, tally.requests / seconds, tally.journeys / seconds))
        said = ", ".join(f"{kind} {rows[-1][0]:.2f} ms" for kind, rows in figures.items())
        say(f"round {number + 1} of {rounds}: {said}")
    return figures


def _summed(figures, forms, memory, rounds) -> dict:
    ms, requests, journeys = (
        {kind: median(row[i] for row in rows) for kind, rows in figures.items()} for i in range(3)
    )
    found = {
        "floor_ms": ms["floor"],
        "journey_ms": ms["journey"],
        "ratio": ms["journey"] / ms["floor"],
        "long_form_ratio": ms["long"] / ms["short"],
        "worker_mib": memory,
        "journeys_per_second": journeys["journey"],
        "requests_per_second": requests["journey"],
        "floor_requests_per_second": requests["floor"],
    }
    return {name: round(number, 2) for name, number in found.items()} | {
        "pages": len(forms["journey"]),
        "rounds": rounds,
    }


def _other(url: str, name: str) -> str:
    """The same server, another database."""
    head, _, query = url.partition("?")
    return head.rsplit("/", 1)[0] + f"/{name}" + (f"?{query}" if query else "")
