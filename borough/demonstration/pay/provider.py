"""A provider of payments that only pretends: no card, no money. What it knows of a payment is our own row of it."""

import uuid

from borough.foundations.pay import states
from borough.foundations.pay.models import Attempt
from borough.foundations.pay.providers.base import Payment, Refund, Unknown

takes = True
NAME = "pretend"


def origin() -> str:
    return ""  # its page is one of ours


def create(*, key, pence, reference, **more) -> Payment:
    return Payment(f"{NAME}-{key}", "created", pence, reference, key=str(key), next_url=f"/demonstration/pay/{key}/")


def find(id: str) -> Payment:
    attempt = Attempt.objects.select_related("order").filter(provider_id=id).first()
    if attempt is None:
        raise Unknown("P0200")
    return as_now(attempt, attempt.status)


def search(reference: str) -> list[Payment]:
    return []  # no answer of its own is ever lost


def refund(id: str, *, pence: int, available: int) -> Refund:
    return Refund(f"{NAME}-{uuid.uuid4()}", pence, "success")


def refunds(id: str) -> list[Refund]:
    return []


def as_now(attempt: Attempt, status: str, code: str = "") -> Payment:
    """The attempt as a payment that stands so."""
    given = sum(refund.pence for refund in attempt.refunds.exclude(provider_id=None))
    going = status in (states.OPENING, *states.GOING)
    return Payment(
        attempt.provider_id, status, attempt.pence, attempt.order.reference, key=str(attempt.key), code=code,
        next_url=f"/demonstration/pay/{attempt.key}/" if going else "", available=attempt.pence - given,
    )  # fmt: skip
