"""Giving money back that somebody paid for a case."""

from borough.foundations.pay import actions as pay
from borough.foundations.pay.providers.base import Silent
from borough.foundations.people import queries as people

from ..refusals import NotYours, Refused
from ..visibility import may_work

MAY = ("payer", "manager")  # the roles in the case's team that give money back


def may_refund(by, case) -> bool:
    return people.role_in(by, case.team) in MAY


def refund(*, case, attempt, pence: int, reason: str, by):
    """Give back `pence` of an attempt that paid for this case. Returns the refund as it stands.

    It is kept before the provider is asked; where that does not answer, the worker goes on. Raises NotYours, Refused.
    """
    if not may_work(by, case):
        raise NotYours
    if not may_refund(by, case):
        raise Refused("Only a payer or a manager of this team can give money back.")
    if attempt.order.about != case.about:
        raise Refused("That payment is of another case.")
    try:
        made = pay.refund(attempt=attempt, pence=pence, reason=reason, by=by)
    except pay.NotRefunded as refused:
        raise Refused(str(refused)) from None
    try:
        return pay.finish(refund=made)
    except Silent:
        return made
