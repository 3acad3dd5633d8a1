"""Ticking tasks, and taking a tick back."""

from django.utils import timezone

from borough.foundations.audit import actions as audit

from .. import policy
from ..models import Task
from ..refusals import Refused
from ..timeline import Kind, tell
from .changing import changing


def do_task(*, case, task: str, by, revision: int | None = None):
    """Tick a task that the case needs. Ticking it twice is ticking it once. Raises Refused, StaleCase."""
    with changing(case, by=by, revision=revision) as held:
        label = _label(held, task)
        _, new = Task.objects.get_or_create(case=held, name=task, defaults={"done_at": timezone.now(), "done_by": by})
        if new:
            _record(held, task, by, f"did: {label}", "case.task_done")
    return held


def undo_task(*, case, task: str, by, revision: int | None = None):
    """Take a tick back. Raises Refused, StaleCase."""
    with changing(case, by=by, revision=revision) as held:
        label = _label(held, task)
        if Task.objects.filter(case=held, name=task).delete()[0]:
            _record(held, task, by, f"took back: {label}", "case.task_undone")
    return held


def _label(held, task: str) -> str:
    tasks = policy.plan(held).tasks
    if task not in tasks:
        raise Refused("This case does not need that task.")
    return tasks[task].label


def _record(held, task, by, text, action) -> None:
    tell(held, Kind.TASK, text, by=by, task=task)
    audit.record(action=action, record=held, by=by, data={"task": task})
