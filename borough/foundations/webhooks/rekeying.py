"""Secrets of destinations, sealed anew when a key changes."""

from borough.foundations import resealing

from .models import Destination


def reseal(destination) -> list[str]:
    before, destination.secret = destination.secret, resealing.renewed(destination.secret)
    return ["secret"] if destination.secret is not before else []


def register() -> None:
    resealing.register("destinations", rows=Destination.objects.all, reseal=reseal)
