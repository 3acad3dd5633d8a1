"""Orders, as others need to read them."""

from .models import Order


def about(about: str) -> Order | None:
    """The order for one thing, with its attempts and refunds; None where nothing is owed."""
    return Order.objects.filter(about=about).prefetch_related("attempts__refunds").first()


def unpaid(abouts) -> set[str]:
    """Those of these things whose order is not paid."""
    return set(Order.objects.filter(about__in=abouts, paid_by=None).values_list("about", flat=True))
