"""The rules of a case's workflow, with the case's own facts looked up once."""

from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from borough.forms.definition import conditions
from borough.forms.registries import rules
from borough.foundations.people import queries as people
from borough.foundations.people.models import User

from . import definitions, owing, workflow
from .timeline import history


@dataclass
class Plan:
    """What can be done with one case, and by whom."""

    case: object
    workflow: workflow.Workflow

    @cached_property
    def tasks(self) -> dict[str, workflow.Task]:
        """The tasks that this case needs."""
        return {name: task for name, task in self.workflow.tasks.items() if self._needs(task)}

    @cached_property
    def done(self) -> dict:
        """What has been ticked, by task name."""
        return {done.name: done for done in self.case.tasks_done.select_related("done_by")}

    @cached_property
    def facts(self) -> workflow.Facts:
        return workflow.Facts(
            state=self.case.state,
            closed=not self.case.is_open,
            undone=frozenset(self.tasks) - frozenset(self.done),
            history=history(self.case),
            paid=not any(move.once_paid for move in self.workflow.moves.values()) or not owing.unpaid(self.case),
        )

    def who(self, by) -> workflow.Who:
        actor = by.actor
        role = people.role_in(by, self.case.team) if isinstance(by, User) else None
        return workflow.Who(actor.kind, f"{actor.kind}:{actor.id}", frozenset([role] if role else []))

    def why_not(self, move: str, by) -> list[str]:
        """Why `by` may not make this move now; empty when they may."""
        return workflow.why_not(self.workflow, move, facts=self.facts, who=self.who(by))

    def moves(self, kind: str = "officer") -> dict[str, workflow.Move]:
        """The moves out of the case's state that this kind of actor makes."""
        if not self.case.is_open:
            return {}
        return {n: m for n, m in workflow.moves_from(self.workflow, self.case.state).items() if m.by == kind}

    def _needs(self, task) -> bool:
        if not task.when:
            return True
        form = definitions.of_submission(self.case)
        if form is None:
            return True
        holds = conditions.evaluator(conditions.parse(task.when), rules.get)
        return holds(form.logic(self.case.submission.answers), timezone.localdate())


def plan(case) -> Plan:
    return Plan(case, definitions.workflow(case))
