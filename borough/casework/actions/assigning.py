"""Giving cases to officers, one or many, and handing them over when somebody goes."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from borough.foundations.audit import actions as audit
from borough.foundations.people import queries as people

from ..models import Case
from ..refusals import Refused
from ..timeline import Kind, tell
from .changing import changing, hold


@dataclass
class Assigned:
    """What a bulk assignment did: the cases given, and why the others were not, by reference."""

    given: list[Case] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)


@transaction.atomic
def assign(*, cases, to, by, revision: int | None = None) -> Assigned:
    """Give cases to an officer, or to nobody (`to=None`). One that cannot be given does not keep the others back.

    Somebody who is away passes new work to whoever covers for them. `revision` is for a single case's own page.
    """
    done = Assigned()
    for case in sorted(cases, key=lambda case: case.pk):
        try:
            with changing(case, by=by, revision=revision) as held:
                _give(held, to, by)
            done.given.append(held)
        except Refused as refused:
            if revision is not None:
                raise
            done.refused[case.reference] = str(refused)
    return done


@transaction.atomic
def hand_over(*, user, to, by, team=None) -> int:
    """Give a leaver's open cases (in `team`, if named) to `to`; to nobody where `to` is None or not of the case's team.

    Returns how many. Called when somebody leaves or moves, so it asks no permission of its own.
    """
    theirs = Case.objects.filter(assignee=user, closed_at=None).order_by("pk")
    cases = list(theirs.filter(team=team) if team else theirs)
    for case in cases:
        held = hold(case.pk, nowait=False)
        heir = to if to and people.role_in(to, held.team) else None
        _write(held, heir, by, f"passed it on from {user.actor.name}")
        held.revision += 1
        held.save()
    return len(cases)


def _give(held, to, by) -> None:
    if to is None:
        return _write(held, None, by, "")
    if not people.role_in(to, held.team) or not to.is_active:
        raise Refused(f"{to.actor.name} does not work in {held.team}. Choose somebody who does, or transfer the case.")
    here = people.cover_for(to, timezone.localdate())
    if here is None or not people.role_in(here, held.team):
        raise Refused(f"{to.actor.name} is away and nobody in {held.team} covers for them. Choose somebody else.")
    return _write(held, here, by, f"covers for {to.actor.name}" if here != to else "")


def _write(held, to, by, why: str) -> None:
    if held.assignee_id == (to.pk if to else None):
        return
    was, held.assignee = held.assignee_id, to
    if to is None:
        text = "left it unassigned"
    else:
        text = "took the case" if by.actor == to.actor else f"gave it to {to.actor.name}"
    if why.startswith("covers"):
        text += f", who {why}"
    elif why:
        text = f"{why}, {'to ' + to.actor.name if to else 'unassigned for now'}"
    tell(held, Kind.ASSIGNED, text, by=by, to=to.pk if to else None)
    audit.record(action="case.assigned", record=held, by=by, data={"was": was, "to": to.pk if to else None})
