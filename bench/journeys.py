"""Whole journeys through a form, beside the floor, in one run: CPU per request, and how many a second.

Rounds alternate between all that is compared, so that a machine whose speed drifts drifts for each; a ratio is that of
one round, and the median of the rounds counts. `borough bench journeys [--json] [--keep] [--rounds 5] [--seconds 3]`.
"""

import os
from statistics import median

from django.db import connection
from django.utils import timezone

from bench import made, servers
from bench.visitors import crowd
from borough.config import database
from borough.foundations.scratch import scratch_database

LONG_PAGES, BROAD_PAGES, EACH = 156, 68, 7  # the longest published forms we know of: in pages, and in questions
SHORT_PAGES = 5
OURS = {
    "DJANGO_SETTINGS_MODULE": "borough.config.settings.development",
    "BOROUGH_DEBUG": "0",
    "BOROUGH_DEMONSTRATION": "0",
    "SERVICES_RELOAD": "0",
}


def measure(say, *, rounds: int = 5, seconds: float = 3.0) -> dict:
    """Milliseconds of CPU a request, their ratios, journeys and requests a second, and a worker's MiB."""
    with scratch_database(say):
        forms, compiling = _forms(), made.compile_ms(made.long(made.real(), BROAD_PAGES, EACH))
        address = address_of(database.url(), connection.settings_dict["NAME"])
        core = min(os.sched_getaffinity(0))
        with (
            servers.server("bench.floor:application", database=address, core=core) as (floor_port, floor),
            servers.server("borough.config.wsgi:application", database=address, core=core, **OURS) as (port, worker),
        ):
            kinds = {"floor": (floor_port, floor, _on_the_floor)}
            kinds |= {kind: (port, worker, lambda i, steps=steps: steps) for kind, steps in forms.items()}
            figures = _rounds(kinds, rounds, seconds, say)
            memory = servers.mib(worker)
    found = _summed(figures, memory) | {"compile_ms": compiling}
    return found | {"pages": len(forms["journey"]) - 2, "rounds": rounds}


def _forms() -> dict:
    """The steps through each form, published; and a row for each visitor on the floor.

    `journey` and `brief` are whole journeys, sent at their end. Of the long forms and the short ones like them only the
    pages are compared: sending costs several pages, and most of the requests of a short form.
    """
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bench_floor (id int PRIMARY KEY, answers jsonb, changed_at timestamptz)")
        cursor.execute("INSERT INTO bench_floor SELECT i, '{}', now() FROM generate_series(1, 100) i")
    today, data = timezone.localdate(), made.real()

    def through(slug, pages, each=1):
        return made.published(slug, made.long(data, pages, each), today)

    brief = through("brief", SHORT_PAGES)
    return {
        "journey": made.published(made.SLUG, data, today),
        "brief": brief,
        "short": brief[:-2],
        "long": through("long", LONG_PAGES)[:-2],
        "narrow": through("narrow", SHORT_PAGES, EACH)[:-2],
        "broad": through("broad", BROAD_PAGES, EACH)[:-2],
    }


def _on_the_floor(visitor: int) -> list:
    return [(f"/page/{visitor + 1}", {"answer": "yes"})] * 10


def _rounds(kinds, rounds, seconds, say) -> dict[str, list[tuple[float, float, float]]]:
    """For each kind, for each round: (ms of CPU a request, requests a second, journeys a second)."""
    for port, _, steps in kinds.values():
        crowd(port, steps, seconds=2)  # compiled, drawn, and known to the processor
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


def _summed(figures, memory) -> dict:
    def middle(kind, at=0):
        return median(row[at] for row in figures[kind])

    def ratio(kind, to):
        return median(one[0] / other[0] for one, other in zip(figures[kind], figures[to], strict=True))

    found = {
        "floor_ms": middle("floor"),
        "journey_ms": middle("journey"),
        "ratio": ratio("journey", "floor"),
        "long_form_ratio": max(ratio("long", "short"), ratio("broad", "narrow")),
        "worker_mib": memory,
        "brief_journey_ms": middle("brief"),
        "brief_ratio": ratio("brief", "floor"),
        "pages_ratio": ratio("short", "floor"),
        "journeys_per_second": middle("journey", 2),
        "requests_per_second": middle("journey", 1),
        "floor_requests_per_second": middle("floor", 1),
    }
    return {name: round(number, 2) for name, number in found.items()}


def address_of(url: str, name: str) -> str:
    """The same server, another database."""
    head, _, query = url.partition("?")
    return head.rsplit("/", 1)[0] + f"/{name}" + (f"?{query}" if query else "")
