"""`fees` in service.yaml: what a form costs. The amount is worked out here, from answers already checked."""

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from django.utils import timezone
from pydantic import Field

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.pay import actions, queries
from borough.foundations.pay.models import Order

from .definition import conditions, formulas
from .definition.checks import calculated, located
from .definition.checks.conditions import Known, condition
from .definition.form import Form
from .definition.model import Condition, Formula
from .questions.base import Part, Text

SECTION = "fees"
holds = lru_cache(conditions.holds)


class Fee(Part):
    """One line of what it costs. A line below 0 takes something off."""

    label: Text
    amount: Formula | Decimal = Field(description="In pounds: 25, or a formula such as days * 12.50")
    when: Condition | None = Field(None, description="Owed only if this holds")

    @property
    def formula(self) -> str:
        return self.amount if isinstance(self.amount, str) else f"{self.amount:f}"


def check(service, fees, sections):
    numbers, groups, tables = calculated.usable(service)
    numbers |= {value.name for value in service.calculated}
    inside = {question.name for repeat in groups.values() for page in repeat.pages for question in page.asking}
    known = {question.name: question for _, _, question in located(service) if question.name not in inside}
    known |= {value.name: Known("number") for value in service.calculated}
    for at, fee in enumerate(fees):
        for message in calculated.formula(fee.formula, numbers, groups, tables):
            yield (SECTION, at, "amount"), message
        for message in condition(fee.when, known) if fee.when else ():
            yield (SECTION, at, "when"), message


def due(form: Form, answers: dict, today) -> list[dict]:
    """[{label, pence}] of what these answers cost; empty where that is nothing in all, or less.

    `answers` are those that count. Each line is rounded to whole pence, half a penny up; one that comes to nothing, or
    to no number at all, is left out.
    """
    if SECTION not in form.sections:
        return []
    logic, lines = form.logic(answers), []
    for fee in form.sections[SECTION]:
        pence = _pence(fee, logic) if holds(fee.when)(logic, today) else 0
        lines += [{"label": fee.label, "pence": pence}] if pence else []
    return lines if total(lines) > 0 else []


def _pence(fee: Fee, logic: dict) -> int:
    pounds = _worked_out(fee.formula)(logic)
    return 0 if pounds is None else int((pounds * 100).quantize(Decimal(1), ROUND_HALF_UP))


@lru_cache
def _worked_out(formula: str):
    return formulas.evaluator(formulas.parse(formula))


def total(lines: list[dict]) -> int:
    return sum(line["pence"] for line in lines)


def submitted(submission, form) -> None:
    """Order the payment of a form that was sent, in the transaction that keeps it."""
    lines = due(form, submission.answers, timezone.localdate(submission.submitted_at))
    if lines:
        reference, description = submission.reference, form.title
        actions.order(about=about(submission), reference=reference, description=description, lines=lines, by=SYSTEM)


def about(submission) -> str:
    """The case that a submission opens: what it owes is owed for that."""
    return f"case:{submission.reference}"


def order(submission, form: Form) -> Order | None:
    return queries.about(about(submission)) if SECTION in form.sections else None
