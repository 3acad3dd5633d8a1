"""What a page costs: its time on the worker's own clock, its queries, and the database's share."""

import math
import time
from statistics import median

from django.db import connection
from django.test import Client

WARM = 3


class Queries:
    """Counts what is asked of the database, and for how long it answers."""

    def __init__(self):
        self.many, self.seconds = 0, 0.0

    def __call__(self, execute, sql, params, many, context):
        started = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.many += 1
            self.seconds += time.perf_counter() - started


def page(client: Client, addresses: list[str], *, times: int) -> dict:
    """{queries, median_ms, p95_ms, database_ms}: the most queries of any, and the slowest in twenty of all."""
    took, asked, database = [], 0, []
    for at in range(WARM + times):
        found = Queries()
        with connection.execute_wrapper(found):
            started = time.perf_counter()
            answer = client.get(addresses[at % len(addresses)], HTTP_HOST="localhost")
            seconds = time.perf_counter() - started
        if answer.status_code != 200:
            raise RuntimeError(f"{addresses[at % len(addresses)]} answered {answer.status_code}")
        if at >= WARM:
            took.append(seconds * 1000)
            database.append(found.seconds * 1000)
            asked = max(asked, found.many)
    return {
        "queries": asked, "median_ms": round(median(took), 1), "p95_ms": round(p95(took), 1),
        "database_ms": round(p95(database), 1),
    }  # fmt: skip


def p95(values: list[float]) -> float:
    """The least value that 95 in 100 do not go above."""
    return sorted(values)[math.ceil(len(values) * 0.95) - 1]
