"""Paying what a case granted: the action `payments.order`, which a workflow's move may name."""

from borough.forms import queries as forms
from borough.forms.registries import actions
from borough.foundations.payments import actions as payments

from . import definitions
from .models import TimelineEntry
from .refusals import Refused

ACTION = "payments.order"


@actions.register(ACTION)
def order(case, *, by, reason, fields) -> None:
    """Order the payment of the case's `amount` to its bank account.

    It was approved by whoever last made the move that this one's `not_by` names. Raises Refused.
    """
    account = bank_account(case)
    if account is None:
        raise Refused("There is no bank account on this case. Ask for one first.")
    step = next(step for step in definitions.workflow(case).moves.values() if step.action == ACTION)
    approval = TimelineEntry.objects.filter(case=case, data__move=step.not_by).order_by("-at", "-pk").first()
    if approval is None or not case.fields.get("amount"):
        raise Refused("Nobody has approved an amount yet.")
    payments.order(
        about=case.about, team=case.team, payee=account, pence=case.fields["amount"], approved_by=approval.who_id, by=by
    )  # fmt: skip


def bank_account(case) -> dict | None:
    """The case's answer that is a bank account, as kept; or None."""
    questions, answers = forms.version(case.submission.version_id).questions, case.submission.answers
    return next(
        (answers[name] for name, q in questions.items() if q.type == "bank_account" and answers.get(name)), None
    )
