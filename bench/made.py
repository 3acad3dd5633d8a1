"""The forms that visitors fill in: a real service, and the same with a form of any length."""

import copy
import json

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


def published(slug: str, data: dict, today) -> list[tuple[str, dict]]:
    """Publish a definition and give one visitor's steps through it. Raises RuntimeError if it has a fault."""
    loaded = load.load_text(json.dumps(data), slug=slug)  # JSON is YAML
    if loaded.faults:
        raise RuntimeError(str(loaded.faults[0]))
    a_team(loaded.form.service.team)
    publication = publishing.publish(loaded=loaded, by=SYSTEM)
    return steps(queries.version(publication.version_id), today)


def steps(form, today) -> list[tuple[str, dict]]:
    """The longest walk that ends in sending and needs no file: (path, what to type) for each page."""
    walks, _ = plan(form, today)
    files = {name for name, page in form.pages.items() if any(q.type == "file" for q in page.questions.values())}
    walk = max((w for w in walks if w.sends and not files & {n for n, _ in w.steps}), key=lambda walk: len(walk.steps))
    return [
        *((f"/apply/{form.slug}/{name}", _fields(typed)) for name, typed in walk.steps),
        (f"/apply/{form.slug}/check-answers", {"to": f"/apply/{form.slug}/send"}),
    ]


def _fields(typed) -> dict:
    return {field: list(value) if isinstance(value, tuple) else value for field, value in typed}


def real() -> dict:
    """The definition of a real service."""
    return load.load(settings.SERVICES / SLUG / "service.yaml").data


def long(data: dict, pages: int) -> dict:
    """The same service with a form of `pages` pages of one question."""
    questions = [{"name": f"q{i}", "type": "text", "label": f"Question number {i}"} for i in range(pages - 1)]
    questions.append({"name": "mail", "type": "email", "label": "Your e-mail address"})
    made = copy.deepcopy(data) | {
        "person": {"name": "q0", "email": "mail"},
        "messages": {"received": {"subject": "We have it", "body": "Thank you, ((name))."}},
        "workflow": WORKFLOW,
        "pages": [{"name": f"page-{i}", "questions": [question]} for i, question in enumerate(questions)],
    }
    made.pop("measures", None)
    return made
