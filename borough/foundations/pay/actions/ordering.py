"""What is owed."""

from django.db import transaction

from borough.foundations.audit import actions as audit

from ..models import Order, Refund


@transaction.atomic
def order(*, about: str, reference: str, description: str, lines: list[dict], by) -> Order:
    """Order the payment of `lines` ([{label, pence}], worked out by the caller from answers it trusts).

    Asked again about the same thing, it gives the order that is there, with the amount it had. The database refuses an
    amount of nothing (IntegrityError).
    """
    pence = sum(line["pence"] for line in lines)
    made, new = Order.objects.get_or_create(
        about=about,
        defaults={"reference": reference, "description": description[:255], "lines": lines, "pence": pence},
    )
    if new:
        audit.record(action="order.made", record=made, by=by, data={"about": about, "pence": pence})
    return made


@transaction.atomic
def forget(*, about: str, by) -> int:
    """Take officers' words out of the refunds of one thing, for a lawful erasure. The amounts are the accounts'."""
    count = Refund.objects.filter(attempt__order__about=about).update(reason="(erased)")
    if count:
        audit.record(action="refunds.forgotten", kind="about", id=about, by=by, data={"refunds": count})
    return count
