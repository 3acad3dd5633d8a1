"""Paying: one attempt at a time, whoever presses and however often."""

import logging

from django.db import transaction
from django.utils import timezone

from borough.foundations.audit import actions as audit

from .. import hooks, states
from ..models import Attempt, Order
from ..providers import chosen
from ..providers.base import Refused
from .asking import by_key, keep

log = logging.getLogger(__name__)
TRIES = 3  # an attempt found open may turn out to have ended; then a new one is begun


class NothingToPay(Exception):
    """It is paid, or can no longer be. The text, if any, says why."""


class StillGoing(Exception):
    """The provider has not finished with what was paid, so there is nowhere to send the person yet."""


def pay(*, order: Order, return_url: str, email: str = "", language: str = "en", by) -> str:
    """Where the browser goes to pay. `return_url` is where it comes back to, which proves nothing.

    That we are about to ask the provider is kept before we ask it, so a crash in between leaves something to look for.
    Raises NothingToPay, StillGoing, and the provider's Silent and Refused.
    """
    provider = chosen()
    for _ in range(TRIES):
        attempt, new = _begin(order, by)
        payment = _open(attempt, new, provider, return_url=return_url, email=email, language=language) or provider.find(
            attempt.provider_id
        )
        attempt = keep(attempt=attempt, payment=payment)
        if attempt.status == states.SUCCESS:
            raise NothingToPay
        if attempt.status in states.OPEN:
            return _way(payment, provider)
    raise StillGoing


@transaction.atomic
def _begin(order, by) -> tuple[Attempt, bool]:
    """The open attempt, or a new one. The order's row is locked, so twenty who press at once begin one."""
    held = Order.objects.select_for_update().get(pk=order.pk)
    if held.paid:
        raise NothingToPay
    if why := hooks.why_not(held):
        raise NothingToPay(why)
    found = held.attempts.filter(status__in=states.OPEN, adopted=False).first()
    if found:
        return found, False
    now = timezone.now()
    made = Attempt.objects.create(order=held, pence=held.pence, made_at=now, due_at=states.ask_next(now, now))
    audit.record(action="payment.begun", record=made, by=by, data={"order": held.reference, "pence": held.pence})
    return made, True


def _open(attempt, new, provider, **more):
    """Open it at the provider, once: whoever comes second waits for the first. None where it was open already."""
    refused = None
    with transaction.atomic():
        held = Attempt.objects.select_for_update(of=("self",)).select_related("order").get(pk=attempt.pk)
        if held.provider_id:
            attempt.provider_id = held.provider_id
            return None
        order = held.order
        try:
            payment = None if new else by_key(provider, held)  # one that was asked for before may be there already
            payment = payment or provider.create(
                key=held.key,
                pence=held.pence,
                reference=order.reference,
                description=hooks.words(order)(order.description),
                **more,
            )
        except Refused as fault:
            held.status, held.code, refused = "error", fault.code, fault
        else:
            held.provider_id = attempt.provider_id = payment.id
        held.save(update_fields=["provider_id", "status", "code"])
    if refused:
        log.error("The payment provider refused to open a payment: %s", refused.code)
        raise refused
    return payment


def _way(payment, provider) -> str:
    if not payment.next_url:
        raise StillGoing
    origin = provider.origin()
    if origin and not payment.next_url.startswith(f"{origin}/"):
        log.error("The payment provider sends people to a place that GOVUK_PAY_PAGES does not name")
        raise Refused("place")
    return payment.next_url
