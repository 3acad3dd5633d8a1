"""The forms that bear it: each service, one with every type of question, and one with groups, as pages and as tasks."""

from functools import partial
from pathlib import Path

from django.conf import settings

from borough.forms import publishing, queries
from borough.forms.definition import load
from borough.foundations.audit.actors import SYSTEM

from .. import made
from ..tasks.test_tasks import ON

SERVICES = {path.parent.name: path for path in sorted(Path(settings.SERVICES).glob("*/service.yaml"))}
AS_TASKS = made.party("sections:", ON).replace("- {go: check-answers}", "- {go: tasks}")


def _live(slug):
    """The service as it lies in its folder, catalogues and all."""
    publishing.publish(loaded=load.load(SERVICES[slug]), by=SYSTEM)
    queries.forget()
    return queries.live(slug)


FORMS = {
    "everything": partial(made.publish, made.EVERYTHING, "everything"),
    "party": partial(made.publish, made.PARTY, "party"),
    "tasks": partial(made.publish, AS_TASKS, "party"),
} | {slug: partial(_live, slug) for slug in SERVICES}
