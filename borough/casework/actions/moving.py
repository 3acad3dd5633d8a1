"""Moving a case along its workflow."""

from django.utils import timezone

from borough.forms.registries import actions
from borough.foundations.audit import actions as audit
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.bookings import actions as bookings

from .. import deadlines, definitions, hooks, policy
from ..refusals import Refused
from ..timeline import Kind, tell
from .changing import changing, hold
from .telling import tell_person


def move(*, case, move: str, by, reason: str = "", fields: dict | None = None, revision: int | None = None):
    """Make one move of the workflow and everything that comes with it: clock, message, action, hooks.

    `fields` are clean values by field name. Returns the case as it now is.
    Raises Refused with every reason why not, StaleCase.
    """
    with changing(case, by=by, revision=revision, open_only=False) as held:
        make(held, move, by=by, reason=reason, fields=fields or {})
    return held


def elsewhere(*, case, move: str, by, reason: str = "", fields: dict | None = None) -> bool:
    """Make a move that waits for another part of Borough, in that part's transaction, told as done by `by` there.

    Whoever may work there needs no role in the case's team. False, and nothing done, where the case is somewhere else
    by now. Waits for its turn: hold the case before anything else that others wait for.
    """
    held = hold(case.pk, nowait=False)
    if policy.plan(held).why_not(move, SYSTEM):
        return False
    if by.actor.kind == "officer":
        held.answered_at = None
    make(held, move, by=by, reason=reason, fields=fields, may=SYSTEM)
    held.revision += 1
    held.save()
    return True


def make(held, name: str, *, by, reason: str = "", fields: dict | None = None, may=None) -> None:
    """The same on a case that is already held. `may` is whose right to make it counts, if not that of `by`."""
    plan = policy.plan(held)
    reasons = plan.why_not(name, may or by)
    if reasons:
        raise Refused(*reasons)
    step = plan.workflow.moves[name]
    fields = {question.name: (fields or {}).get(question.name) for question in step.fields}
    _check(step, reason, fields)

    was, held.state = held.state, step.to
    held.version_id = definitions.newest(held).version
    held.fields = held.fields | {name: value for name, value in fields.items() if value is not None}
    state = plan.workflow.states[step.to]
    if state.deadline:
        held.due_on, held.paused_on = deadlines.due(state.deadline, timezone.localdate()), None
    run_clock(held, waits=state.waits)
    if state.ends:
        held.paused_on, held.closed_at, held.outcome = None, timezone.now(), plan.workflow.outcome(step.to)
    held.save()

    data = {"move": name, "from": was, "to": step.to}
    tell(held, Kind.MOVED, step.label, by=by, entered=step.to, reason=reason, fields=fields, label=state.label, **data)
    audit.record(action="case.moved", record=held, by=by, reason=reason, data=data)
    if state.frees:
        bookings.let_go(about=held.about, by=by)
    if step.message:
        tell_person(held, step.message, by=by, reason=reason)
    if step.action:
        actions.get(step.action)(held, by=by, reason=reason, fields=fields)
    hooks.moved.tell(case=held, move=name, by=by)


def run_clock(held, *, waits: bool) -> None:
    """Stop the clock where the case waits for the resident; start it where it does not."""
    today = timezone.localdate()
    if waits and not held.paused_on:
        held.paused_on = today
    elif not waits and held.paused_on:
        if held.due_on:
            held.due_on = deadlines.resumed(held.due_on, held.paused_on, today)
        held.paused_on = None


def _check(step, reason, fields) -> None:
    missing = [question for question in step.fields if not question.optional and fields[question.name] is None]
    if missing or (step.reason == "required" and not reason.strip()):
        raise Refused(*(f"Answer: {question.label}" for question in missing), *([] if reason.strip() else ["Say why."]))
