"""Orders, as others need to read them."""

from django.db.models import Q

from . import states
from .models import Order, Refund


def about(about: str) -> Order | None:
    """The order for one thing, with its attempts and refunds; None where nothing is owed."""
    return Order.objects.filter(about=about).prefetch_related("attempts__refunds").first()


def unpaid(abouts) -> set[str]:
    """Those of these things whose order is not paid."""
    return set(Order.objects.filter(about__in=abouts, paid_by=None).values_list("about", flat=True))


def needed(abouts: list[str]) -> dict[str, str]:
    """Which of these have money still on its way, in or back, for `keeping`."""
    coming = Q(attempts__status__in=[states.HEARD, *states.OPEN], attempts__due_at__isnull=False)
    going = Q(attempts__refunds__status__in=[Refund.Status.ASKING, Refund.Status.SUBMITTED])
    rows = Order.objects.filter(coming | going, about__in=abouts).values_list("about", flat=True)
    return dict.fromkeys(rows, "Money for it is still on its way")
