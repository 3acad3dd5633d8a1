"""`fees` in service.yaml: what a form costs. The amount is worked out here, from answers already checked."""

from decimal import ROUND_HALF_UP, Decimal

from django.utils import timezone
from pydantic import Field

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.pay import actions, queries
from borough.foundations.pay.models import Order

from .definition import checks, conditions
from .definition.form import Form
from .definition.model import Condition
from .questions.base import Part, Text
from .registries import rules

SECTION = "fees"


class Fee(Part):
    """One line of what it costs. A line below 0 takes something off."""

    label: Text
    amount: Decimal = Field(description="In pounds", max_digits=9, decimal_places=2)
    when: Condition | None = Field(None, description="Owed only if this holds")


def check(service, fees, sections):
    known = {question.name: question for _, _, question in checks.located(service)}
    for at, fee in enumerate(fees):
        for message in checks.condition(fee.when, known) if fee.when else ():
            yield (SECTION, at, "when"), message


def due(form: Form, answers: dict, today) -> list[dict]:
    """[{label, pence}] of what these answers cost; empty where that is nothing in all, or less.

    `answers` are those that count. Each line is rounded to whole pence, half a penny up.
    """
    logic, lines = form.logic(answers), []
    for fee in form.sections.get(SECTION, ()):
        if fee.when is None or conditions.evaluator(conditions.parse(fee.when), rules.get)(logic, today):
            pence = int((fee.amount * 100).quantize(Decimal(1), ROUND_HALF_UP))
            lines += [{"label": fee.label, "pence": pence}] if pence else []
    return lines if total(lines) > 0 else []


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


def order(submission) -> Order | None:
    return queries.about(about(submission))
