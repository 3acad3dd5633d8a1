"""Payees are sealed: when keys are rotated, they are sealed anew."""

from borough.foundations import resealing

from .models import PaymentOrder


def reseal(order) -> list[str]:
    before, order.payee = order.payee, resealing.renewed(order.payee)
    return ["payee"] if order.payee is not before else []


resealing.register("payees", rows=PaymentOrder.objects.all, reseal=reseal)
