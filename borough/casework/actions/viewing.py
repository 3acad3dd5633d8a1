"""Looking is recorded too."""

from django.db import transaction

from borough.forms.questions.bank import opened
from borough.foundations.audit import actions as audit
from borough.foundations.vault import Unopenable

from ..refusals import NotYours, Refused
from ..visibility import may_work


@transaction.atomic
def view(*, case, by) -> None:
    """Record that somebody opened the case."""
    audit.record(action="case.viewed", record=case, by=by)


@transaction.atomic
def show_bank(*, case, question: str, by) -> dict:
    """{name, sort_code, account_number} as the person gave them, and record who asked. Raises Refused, NotYours."""
    if not may_work(by, case):
        raise NotYours
    answer = case.submission.answers.get(question) if case.submission else None
    if not isinstance(answer, dict) or "sealed" not in answer:
        raise Refused("There is no bank account here.")
    audit.record(action="bank.shown", record=case, by=by, data={"question": question})
    try:
        return opened(answer)
    except Unopenable:
        raise Refused("We no longer have the key to this bank account. Ask the person for it again.") from None
