"""Priority, restriction, which team has the case, and opening it again."""

from django.utils import timezone

from borough.foundations.audit import actions as audit

from .. import deadlines, definitions
from ..models import Case
from ..refusals import Refused
from ..timeline import Kind, tell
from .changing import changing
from .telling import tell_person

REOPENED = "reopened"  # a message that a service may have


def set_priority(*, case, priority: str, by, revision: int | None = None):
    """Raises Refused for a priority there is not, StaleCase."""
    if priority not in Case.Priority.values:
        raise Refused("Choose normal, high or urgent.")
    with changing(case, by=by, revision=revision) as held:
        was, held.priority = held.priority, priority
        if was != priority:
            tell(held, Kind.CHANGED, f"made it {priority} priority", by=by, was=was, priority=priority)
            audit.record(action="case.prioritised", record=held, by=by, data={"was": was, "to": priority})
    return held


def restrict(*, case, restricted: bool, by, reason: str, revision: int | None = None):
    """Keep the case to the team's managers and its assignee, or lift that. A manager's act; a reason is required."""
    reason = _reason(reason)
    with changing(case, by=by, revision=revision, open_only=False) as held:
        if not by.memberships.filter(team=held.team, role="manager").exists():
            raise Refused("Only a manager of this team can restrict a case or lift a restriction.")
        held.restricted, held.restricted_because = restricted, reason[:300] if restricted else ""
        text = "restricted it to managers and whoever has it" if restricted else "lifted the restriction"
        tell(held, Kind.CHANGED, text, by=by, reason=reason)
        audit.record(action="case.restricted", record=held, by=by, reason=reason, data={"restricted": restricted})
    return held


def transfer(*, case, team, by, reason: str, revision: int | None = None):
    """Give the case to another team, where nobody has it yet. State and clock stay as they are."""
    reason = _reason(reason)
    with changing(case, by=by, revision=revision) as held:
        if held.team_id == team.pk:
            raise Refused(f"This case is with {team} already.")
        was = held.team
        held.team, held.assignee = team, None
        tell(held, Kind.TRANSFER, f"transferred it from {was} to {team}", by=by, reason=reason)
        audit.record(
            action="case.transferred", record=held, by=by, reason=reason, data={"was": was.slug, "to": team.slug}
        )
    return held


def reopen(*, case, by, reason: str, revision: int | None = None):
    """Open a closed case again, in the state it was in before it closed, with a new deadline from today.

    The person is told where the service has a message `reopened`.
    """
    reason = _reason(reason)
    with changing(case, by=by, revision=revision, open_only=False) as held:
        if held.is_open:
            raise Refused("This case is open already.")
        if held.merged_into_id:
            raise Refused(f"This case was merged into {held.merged_into.reference}. Work on that one.")
        form = definitions.newest(held)
        workflow = form.sections["workflow"]
        held.state = _state_before(held, workflow)
        held.closed_at, held.outcome = None, ""
        held.version_id = form.version
        today = timezone.localdate()
        held.due_on = deadlines.due(text, today) if (text := form.sections.get("deadline")) else None
        held.paused_on = today if workflow.states[held.state].waits else None
        tell(held, Kind.REOPENED, "opened it again", by=by, entered=held.state, reason=reason)
        audit.record(action="case.reopened", record=held, by=by, reason=reason, data={"to": held.state})
        if REOPENED in form.service.messages:
            tell_person(held, REOPENED, by=by, reason=reason)
    return held


def _state_before(held, workflow) -> str:
    last = held.timeline.filter(kind=Kind.MOVED, entered=held.state).first()
    state = last.data.get("from") if last else workflow.start
    found = workflow.states.get(state)
    return state if found and not found.ends and not found.retired else workflow.start


def _reason(text: str) -> str:
    if not text.strip():
        raise Refused("Say why.")
    return text.strip()
