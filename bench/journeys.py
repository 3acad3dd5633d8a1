"""Whole journeys through a form, beside the floor, in one run: CPU per request, and how many a second.

Rounds alternate between the two, so that a machine whose speed drifts drifts for both; the medians are compared.
`borough bench journeys [--json] [--rounds 5] [--seconds 4]`.
"""

import copy
import os
import statistics

from bench import servers
from bench.visitors import crowd

SLUG = "borrow-a-device"
LONG_PAGES = 156  # as many as the longest published form we know of


def steps_of(form, today) -> list[tuple[str, dict]]:
    """One visitor's way through: the longest walk that ends in sending and needs no file."""
    from borough.forms.walking.routes import plan

    walks, _ = plan(form, today)
    files = {page.name for page in form.pages.values() if any(q.type == "file" for q in page.questions.values())}
    walks = [walk for walk in walks if walk.sends and not files & {name for name, _ in walk.steps}]
    walk = max(walks, key=lambda walk: len(walk.steps))
    steps = [
        (f"/apply/{form.slug}/{name}", {k: list(v) if isinstance(v, tuple) else v for k, v in typed})
        for name, typed in walk.steps
    ]
    return [*steps, (f"/apply/{form.slug}/check-answers", {"to": f"/apply/{form.slug}/send"})]


def long_form(data: dict, pages: int) -> dict:
    """The same service with a form of `pages` pages of one question."""
    made = copy.deepcopy(data) | {
        "person": {"name": "q0", "email": "mail"},
        "messages": {"received": data["messages"]["received"]},
    }
    made["messages"] = {"received": {"subject": "We have it", "body": "Thank you, ((name))."}}
    made["workflow"] = {"start": "got", "states": {"got": {"label": "Got", "resident": "Got."}, "done": {"label": "Done", "resident": "Done.", "ends": True, "outcome": "done"}},
                        "moves": {"end": {"label": "End", "from": ["got"], "to": "done"}}}  # fmt: skip
    made.pop("measures", None)
    questions = [{"name": f"q{i}", "type": "text", "label": f"Question number {i}"} for i in range(pages - 1)]
    questions.append({"name": "mail", "type": "email", "label": "Your e-mail address"})
    made["pages"] = [{"name": f"page-{i}", "questions": [question]} for i, question in enumerate(questions)]
    return made


def measure(say, *, rounds: int = 5, seconds: float = 4.0) -> dict:
    """{floor_ms, journey_ms, ratio, long_form_ratio, worker_mib, journeys_per_second, floor_requests_per_second, …}."""
    from django.db import connection
    from django.utils import timezone

    from borough.config import database
    from borough.forms import publishing, queries
    from borough.forms.definition import load
    from borough.forms.management.commands.services import _team
    from borough.forms.walking.scratch import scratch_database
    from borough.foundations.audit.actors import SYSTEM

    with scratch_database(say):
        today, forms = timezone.localdate(), {}
        loaded = load.load(publishing_path())
        for slug, data in (
            (SLUG, loaded.data),
            ("short", long_form(loaded.data, 5)),
            ("long", long_form(loaded.data, LONG_PAGES)),
        ):
            one = load.load_text(_yaml(data), slug=slug)
            if one.faults:
                raise RuntimeError(str(one.faults[0]))
            _team(one.form.service.team)
            published = publishing.publish(loaded=one, by=SYSTEM)
            forms[slug] = steps_of(queries.version(published.version_id), today)
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE bench_floor (id int PRIMARY KEY, answers jsonb, changed_at timestamptz)")
            cursor.execute("INSERT INTO bench_floor SELECT i, '{}', now() FROM generate_series(1, 100) i")
        name = connection.settings_dict["NAME"]
        address = _other(database.url(), name)
        core = sorted(os.sched_getaffinity(0))[0]
        ours = {
            "DJANGO_SETTINGS_MODULE": "borough.config.settings.development",
            "BOROUGH_DEBUG": "0",
            "BOROUGH_DEMONSTRATION": "0",
            "SERVICES_RELOAD": "0",
        }
        floor = [[(f"/page/{i + 1}", {"answer": "yes"})] * 10 for i in range(8)]
        with (
            servers.server("bench.floor:application", database=address, core=core) as (floor_port, floor_pid),
            servers.server("borough.config.wsgi:application", database=address, core=core, **ours) as (port, pid),
        ):
            kinds = {"floor": (floor_port, floor_pid, lambda i: floor[i]), "journey": (port, pid, lambda i: forms[SLUG]),
                     "short": (port, pid, lambda i: forms["short"]), "long": (port, pid, lambda i: forms["long"])}  # fmt: skip
            for where, _, steps in kinds.values():
                crowd(where, steps, seconds=1)
            figures = {kind: [] for kind in kinds}
            for number in range(rounds):
                for kind, (where, process, steps) in kinds.items():
                    before = servers.cpu(process)
                    tally = crowd(where, steps, seconds=seconds)
                    if tally.faults:
                        raise RuntimeError(tally.fault)
                    figures[kind].append(
                        (
                            (servers.cpu(process) - before) * 1000 / tally.requests,
                            tally.requests / seconds,
                            tally.journeys / seconds,
                        )
                    )
                say(
                    f"round {number + 1} of {rounds}: floor {figures['floor'][-1][0]:.2f} ms, journey {figures['journey'][-1][0]:.2f} ms a request"
                )
            memory = servers.mib(pid)
    ms = {kind: statistics.median(row[0] for row in rows) for kind, rows in figures.items()}
    return {
        "floor_ms": _two(ms["floor"]), "journey_ms": _two(ms["journey"]), "ratio": _two(ms["journey"] / ms["floor"]),
        "long_form_ratio": _two(ms["long"] / ms["short"]), "worker_mib": round(memory),
        "journeys_per_second": _two(statistics.median(row[2] for row in figures["journey"])),
        "requests_per_second": _two(statistics.median(row[1] for row in figures["journey"])),
        "floor_requests_per_second": _two(statistics.median(row[1] for row in figures["floor"])),
        "pages": len(forms[SLUG]), "rounds": rounds,
    }  # fmt: skip


def publishing_path():
    from django.conf import settings

    return settings.SERVICES / SLUG / "service.yaml"


def _yaml(data: dict) -> str:
    import json

    return json.dumps(data)  # JSON is YAML


def _other(url: str, name: str) -> str:
    """The same server, another database."""
    head, _, query = url.partition("?")
    return head.rsplit("/", 1)[0] + f"/{name}" + (f"?{query}" if query else "")


def _two(number: float) -> float:
    return round(number, 2)
