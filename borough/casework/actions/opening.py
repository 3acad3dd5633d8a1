"""A submission opens a case, in the transaction that keeps the submission."""

from django.db import transaction
from django.utils import timezone

from borough.forms import answers
from borough.foundations import rows
from borough.foundations.audit import actions as audit
from borough.foundations.people.models import Directorate, Team

from .. import deadlines, matching, searching
from ..models import Case
from ..timeline import Kind, tell
from .telling import tell_person

RECEIVED = "received"  # the message every service has


@transaction.atomic(savepoint=False)
def open_case(*, submission, form, by) -> Case:
    """Open the case of a submission: queue, clock, match keys, and word to the person that we have it.

    A second call for the same submission gives the first case.
    """
    workflow, person, today = form.sections["workflow"], submission.person, timezone.localdate()
    deadline = form.sections.get("deadline")
    case = Case(
        reference=submission.reference,
        slug=form.slug,
        title=title(form, person),
        submission=submission,
        version_id=submission.version_id,
        person=person,
        postcode=person.postcode,
        team=team_of(form.service.team, by=by),
        state=workflow.start,
        opened_at=submission.submitted_at or timezone.now(),
        due_on=deadlines.due(deadline, today) if deadline else None,
        paused_on=today if workflow.states[workflow.start].waits else None,
    )
    if not rows.add_unless_taken(case):
        return rows.one(Case, submission=submission.pk)
    tell(case, Kind.SENT, "sent it", by=by, entered=case.state, channel=submission.channel)
    matching.keep(case, person, submission.answers)
    shown = [row["text"] for row in answers.rows(form, submission.answers)]
    searching.index(case, person.name, person.email, person.phone, *shown)
    data = {"service": case.slug, "team": case.team.slug}
    audit.record(action="case.opened", record=case, by=by, data=data)
    tell_person(case, RECEIVED, by=by, key=f"received:{case.reference}")
    return case


def title(form, person) -> str:
    """Who and where, in a line."""
    first = next(iter(person.address.splitlines()), "")
    return ", ".join(part for part in (person.name, first) if part)[:300] or form.title


def team_of(slug: str, *, by) -> Team:
    """The team that owns a service. A name that nobody set up yet must not lose what a resident sent: it is made."""
    team = rows.one(Team, slug=slug)
    if team is None:
        name = slug.replace("-", " ").capitalize()
        directorate, _ = Directorate.objects.get_or_create(slug="to-be-decided", defaults={"name": "To be decided"})
        team, new = Team.objects.get_or_create(slug=slug, defaults={"name": name, "directorate": directorate})
        if new:
            audit.record(action="team.made", record=team, by=by, reason="A service names it and nobody had set it up")
    return team
