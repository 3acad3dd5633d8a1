"""The forms that visitors fill in: a real service, and the same with a form of any length."""

import copy
import json
import time
from statistics import median

from django.conf import settings

from borough.forms import publishing, queries
from borough.forms.definition import load
from borough.forms.walking.routes import plan
from borough.forms.walking.team import a_team
from borough.foundations.audit.actors import SYSTEM

SLUG = "borrow-a-device"
STATES = {
    "received": {"label": "Received", "resident": "We have it."},
    "done": {"label": "Done", "resident": "It is done.", "ends": True, "outcome": "done"},
}
WORKFLOW = {
    "start": "received",
    "states": STATES,
    "moves": {"finish": {"label": "Finish", "from": ["received"], "to": "done"}},
}


def published(slug: str, data: dict, today) -> list[tuple[str, dict | None]]:
    """Publish a definition and give one visitor's steps through it. Raises RuntimeError if it has a fault."""
    loaded = load.load_text(json.dumps(data), slug=slug)  # JSON is YAML
    if loaded.faults:
        raise RuntimeError(str(loaded.faults[0]))
    a_team(loaded.form.service.team)
    publication = publishing.publish(loaded=loaded, by=SYSTEM)
    return steps(queries.version(publication.version_id), today)


def steps(form, today) -> list[tuple[str, dict | None]]:
    """The longest walk that ends in sending and needs no file: (path, what to type) for each page; and what follows."""
    walks, _ = plan(form, today)
    files = {name for name, page in form.pages.items() if any(q.type == "file" for q in page.questions.values())}
    walk = max((w for w in walks if w.sends and not files & {n for n, _ in w.steps}), key=lambda walk: len(walk.steps))
    return [
        *((f"/apply/{form.slug}/{name}", _fields(typed)) for name, typed in walk.steps),
        (f"/apply/{form.slug}/check-answers", {"to": f"/apply/{form.slug}/send"}),
        (f"/apply/{form.slug}/sent", None),
    ]


def _fields(typed) -> dict:
    return {field: list(value) if isinstance(value, tuple) else value for field, value in typed}


def real() -> dict:
    """The definition of a real service."""
    return load.load(settings.SERVICES / SLUG / "service.yaml").data


KINDS = [
    *(
        {"type": "text"},
        {"type": "yes_no"},
        {"type": "date"},
        {"type": "number"},
        {"type": "long_text"},
        {"type": "text"},
    ),
    {"type": "radios", "options": [{"value": "one", "label": "One"}, {"value": "two", "label": "Two"}]},
]


def compile_ms(data: dict) -> float:
    """Milliseconds of CPU to compile a definition that was checked before: the median of five."""
    took = []
    for _ in range(5):
        before = time.thread_time()
        load.compile_data(data, slug="compiled")
        took.append(time.thread_time() - before)
    return round(median(took) * 1000, 2)


def long(data: dict, pages: int, each: int = 1) -> dict:
    """The same service with a form of `pages` pages of `each` questions, and one for an e-mail address."""
    asked = [
        [
            {"name": f"q{page}_{at}", "label": f"Question number {page}.{at}"} | KINDS[at % len(KINDS)]
            for at in range(each)
        ]
        for page in range(pages - 1)
    ]
    asked.append([{"name": "mail", "type": "email", "label": "Your e-mail address"}])
    made = copy.deepcopy(data) | {
        "person": {"name": "q0_0", "email": "mail"},
        "messages": {"received": {"subject": "We have it", "body": "Thank you, ((name))."}},
        "workflow": WORKFLOW,
        "pages": [
            {"name": f"page-{i}", "title": f"Page {i}", "questions": questions} for i, questions in enumerate(asked)
        ],
    }
    made.pop("measures", None)
    return made
