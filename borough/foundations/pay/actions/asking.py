"""Asking the provider how a payment stands, and keeping what it says. Nobody else is believed."""

import uuid

from django.db import transaction
from django.utils import timezone

from borough.foundations.audit import actions as audit
from borough.foundations.audit.actors import SYSTEM

from .. import hooks, states
from ..models import Attempt, Order, Refund
from ..providers import chosen
from ..providers.base import Payment, Silent


def ask(*, attempt: Attempt) -> Attempt:
    """Ask how it stands, and keep it. One whose answer was lost is looked for by its reference.

    Raises Silent, Unknown, Refused: nothing changed then.
    """
    provider = chosen()
    if attempt.provider_id:
        return keep(attempt=attempt, payment=provider.find(attempt.provider_id))
    payment = by_key(provider, attempt)
    return keep(attempt=attempt, payment=payment) if payment else attempt


def by_key(provider, attempt: Attempt) -> Payment | None:
    """The payment that the provider opened for this attempt, found by its reference and our key."""
    payments = provider.search(attempt.order.reference)
    return next((payment for payment in payments if payment.key == str(attempt.key)), None)


@transaction.atomic
def keep(*, attempt: Attempt, payment: Payment, by=SYSTEM) -> Attempt:
    """Keep what the provider said of an attempt, and settle its order once it succeeded. Twice is once.

    Raises Silent where the payment is another order's.
    """
    held = Attempt.objects.select_for_update(of=("self",)).select_related("order").get(pk=attempt.pk)
    ours = payment.reference == held.order.reference and held.provider_id in (None, payment.id)
    if not ours or payment.pence <= 0:
        raise Silent("an answer about something else")
    was = held.status
    held.provider_id, held.status = payment.id, states.after(was, payment.status)
    if held.status != was:
        held.code = payment.code
        held.pence = payment.pence if held.status == states.SUCCESS else held.pence
        audit.record(
            action=f"payment.{held.status}", record=held, by=by, data={"order": held.order.reference, "was": was}
        )
    if held.status == states.SUCCESS and not held.refunds.filter(status__in=Refund.WAITING).exists():
        held.due_at = None  # nothing more to ask
    held.save()
    if held.status == states.SUCCESS != was:
        _settle(held, by)
    return held


def _settle(held: Attempt, by) -> None:
    """The first attempt to bring the whole amount pays the order. Whatever comes besides was not owed."""
    order = Order.objects.select_for_update().get(pk=held.order_id)
    data = {"attempt": held.pk, "pence": held.pence}
    if order.paid or held.pence != order.pence:
        audit.record(action="order.paid_again", record=order, by=by, data=data)
        hooks.paid_again.tell(order=order, attempt=held)
        return
    order.paid_by, order.paid_at = held, timezone.now()
    order.save(update_fields=["paid_by", "paid_at"])
    audit.record(action="order.paid", record=order, by=by, data=data)
    hooks.paid.tell(order=order)


@transaction.atomic
def heard(*, provider_id: str, reference: str, key: str = "", by=SYSTEM) -> Attempt | None:
    """The provider says that something happened to a payment: it is to be asked about at once.

    One that we do not know is kept with the attempt whose `key` it carries, where that one's answer was lost; else with
    the order of its reference. None where it is no business of ours.
    """
    now = timezone.now()
    known = Attempt.objects.select_for_update().filter(provider_id=provider_id).first() or _lost(key)
    if known:
        known.provider_id, known.due_at = provider_id, now
        known.save(update_fields=["provider_id", "due_at"])
        return known
    order = Order.objects.filter(reference=reference).first()
    if order is None:
        return None
    made, new = Attempt.objects.get_or_create(
        provider_id=provider_id,
        defaults={"order": order, "adopted": True, "status": states.HEARD, "pence": order.pence, "due_at": now},
    )
    if new:
        audit.record(action="payment.heard_of", record=made, by=by, data={"order": order.reference})
    return made


def _lost(key: str) -> Attempt | None:
    try:
        wanted = uuid.UUID(key)
    except ValueError:
        return None
    return Attempt.objects.select_for_update().filter(key=wanted, provider_id=None).first()
