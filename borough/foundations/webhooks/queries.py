"""Reading deliveries. Whoever calls says first who may see what: a delivery is as private as what it is about."""

from borough.foundations.outgoing import unsent

from .models import Delivery, Destination


def deliveries():
    """Every delivery, the newest first."""
    return Delivery.objects.order_by("-created_at", "-pk")


def failed():
    return deliveries().filter(status=Delivery.Status.FAILED)


def unknown() -> list[str]:
    """Destinations that deliveries name and nobody has set up."""
    waiting = Delivery.objects.exclude(status__in=[Delivery.Status.SENT, Delivery.Status.CANCELLED])
    known = Destination.objects.values("name")
    return sorted(set(waiting.exclude(destination__in=known).values_list("destination", flat=True)))


def needed(abouts: list[str]) -> dict[str, str]:
    """Which of these a back office has not been told of yet, for `keeping`."""
    return unsent.about(Delivery.objects.all(), abouts, "A back office has not been told of it yet")
