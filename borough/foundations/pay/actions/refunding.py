"""Giving money back: all or a part, never more than came, and never twice because an answer was lost.

GOV.UK Pay takes a refund only together with what could be given back before it. That number is kept before we ask, and
asked with again: if the first time went through after all, it no longer fits, and the second is refused.
"""

import logging

from django.db import transaction
from django.utils import timezone

from borough.foundations.audit import actions as audit
from borough.foundations.audit.actors import SYSTEM

from .. import hooks, states
from ..models import Attempt, Order, Refund
from ..providers import base, chosen

log = logging.getLogger(__name__)
Status = Refund.Status


class NotRefunded(Exception):
    """Nothing was given back. The words are for the officer who tried."""


@transaction.atomic
def refund(*, attempt: Attempt, pence: int, reason: str, by) -> Refund:
    """Set a part of what an attempt brought aside, to be given back. `finish` asks the provider for it.

    Two officers at once: the row is locked, and the database holds the sum. Raises NotRefunded.
    """
    held = Attempt.objects.select_for_update(of=("self",)).select_related("order").get(pk=attempt.pk)
    if held.status != states.SUCCESS:
        raise NotRefunded("Nothing was paid, so there is nothing to give back.")
    if not 0 < pence <= held.left:
        raise NotRefunded("That is more than is left to give back. Look at what was given back already.")
    if held.refunds.filter(status=Status.ASKING).exists():
        raise NotRefunded("A refund of this payment is on its way to GOV.UK Pay. Try again in a few minutes.")
    now = timezone.now()
    held.refunded, held.due_at = held.refunded + pence, states.ask_next(now, now)
    held.save(update_fields=["refunded", "due_at"])
    made = Refund.objects.create(attempt=held, pence=pence, reason=reason[:1000], made_at=now, made_by=by.actor.name)
    order = Order.objects.select_for_update().get(pk=held.order_id)
    audit.record(
        action="refund.made", record=made, by=by, reason=reason, data={"order": order.reference, "pence": pence}
    )
    hooks.refunded.tell(order=order, refund=made, by=by)
    return made


def finish(*, refund: Refund) -> Refund:
    """Ask the provider for a refund that was set aside, or how it went. Asked again, it never gives back twice.

    Raises the provider's Silent: then the worker tries again. A refusal ends the refund, and the money is free again.
    """
    provider, id = chosen(), refund.attempt.provider_id
    if refund.status == Status.ASKING:
        try:
            done = _ask(provider, id, refund)
        except base.Refused as fault:
            log.error("The payment provider refused a refund: %s", fault.code)
            return _keep(refund, None, Status.ERROR)
        return _keep(refund, done, done.status) if done else refund
    if refund.status == Status.SUBMITTED:
        known = next((one for one in provider.refunds(id) if one.id == refund.provider_id), None)
        return _keep(refund, known, known.status) if known else refund
    return refund


def _ask(provider, id: str, refund: Refund):
    """The provider's refund, or None while we cannot tell."""
    if refund.available is None:
        available = provider.find(id).available
        _remember(refund, was=None, available=available)  # before we ask: see above
        refund.refresh_from_db(fields=["available"])  # whoever came first said it
        if refund.available is None:
            return None
    try:
        return provider.refund(id, pence=refund.pence, available=refund.available)
    except base.Refused as fault:
        return _ours(provider, id, refund, fault)


def _ours(provider, id: str, refund: Refund, fault: base.Refused):
    """It said no. Perhaps because our asking went through the first time: that is found in its list, sooner or later.

    Raises the fault where nothing has changed since, so that no is no.
    """
    taken = set(Refund.objects.filter(attempt=refund.attempt).values_list("provider_id", flat=True))
    found = [one for one in provider.refunds(id) if one.id not in taken and one.pence == refund.pence]
    if found:
        return found[0]
    now = provider.find(id).available
    if now == refund.available:
        raise fault
    if now != refund.available - refund.pence:
        _remember(refund, was=refund.available, available=None)  # somebody else gave some back: begin again
    return None  # ours, but the list is not up to date: look again later


def _remember(refund: Refund, *, was, available) -> None:
    """Only the first of several who ask at once may say what could be given back."""
    Refund.objects.filter(pk=refund.pk, status=Status.ASKING, available=was).update(available=available)


@transaction.atomic
def _keep(refund: Refund, done, status: str) -> Refund:
    """What became of it. One that did not go through leaves its money free to be given back another way."""
    attempt = Attempt.objects.select_for_update().get(pk=refund.attempt_id)
    held = Refund.objects.select_for_update().get(pk=refund.pk)
    if held.status in (Status.SUCCESS, Status.ERROR) or status not in Status.values or status == held.status:
        return held
    held.status, held.provider_id = status, done.id if done else held.provider_id
    held.save(update_fields=["status", "provider_id"])
    if status == Status.ERROR:
        attempt.refunded -= held.pence
        attempt.save(update_fields=["refunded"])
    audit.record(action=f"refund.{status}", record=held, by=SYSTEM, data={"pence": held.pence})
    return held
