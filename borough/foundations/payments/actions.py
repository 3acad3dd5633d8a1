"""Ordering payments, and sending them for payment once."""

from django.db import transaction

from borough.foundations.audit import actions as audit

from .models import PaymentFile, PaymentOrder


class NothingToPay(Exception):
    """No order waits: another officer may just have made the file."""


@transaction.atomic
def order(*, about: str, team, payee: dict, pence: int, approved_by: str, by) -> PaymentOrder:
    """Order a payment. `payee` is a kept bank_account answer ({sealed, last, ...}).

    Asked again for the same record, it gives the order that is there. The database refuses one that was approved by
    whoever releases it (IntegrityError), and an amount of nothing.
    """
    found = PaymentOrder.objects.filter(about=about).first()
    if found:
        return found
    who = by.actor
    made = PaymentOrder.objects.create(
        about=about, team=team, payee={"sealed": payee["sealed"]}, last=payee["last"], pence=pence,
        approved_by=approved_by, released_by=who.id, released_by_name=who.name,
    )  # fmt: skip
    audit.record(action="payment.ordered", record=made, by=by, data={"about": about, "pence": pence})
    return made


@transaction.atomic
def make_file(*, teams, by) -> PaymentFile:
    """Put every waiting order of these teams into one new file. Two officers at once: the second finds nothing to pay.

    Raises NothingToPay.
    """
    waiting = list(PaymentOrder.objects.select_for_update().filter(file__isnull=True, team__in=teams).order_by("pk"))
    if not waiting:
        raise NothingToPay
    file = PaymentFile.objects.create(made_by=by.actor.name)
    PaymentOrder.objects.filter(pk__in=[order.pk for order in waiting]).update(file=file)
    data = {"orders": len(waiting), "pence": sum(order.pence for order in waiting)}
    audit.record(action="payment_file.made", record=file, by=by, data=data)
    return file


@transaction.atomic
def downloaded(*, file: PaymentFile, by) -> None:
    """Record that somebody took the file with its account numbers."""
    audit.record(action="payment_file.downloaded", record=file, by=by)
