"""The alerts of the moment. Every public page asks, so a process asks the database every other second at most."""

import time

from django.db import DatabaseError
from django.db.models import Q
from django.utils import timezone

from .models import Alert

FRESH = 2.0  # seconds
_known: list[tuple[float, list[Alert]]] = []


def current() -> list[Alert]:
    """Those that are shown now, emergencies first. None while the database is down: pages say so, too."""
    if not _known or _known[0][0] < time.monotonic():
        now = timezone.now()
        try:
            found = list(Alert.objects.filter(Q(ends_at=None) | Q(ends_at__gt=now), starts_at__lte=now))
        except DatabaseError:
            return []
        _known[:] = [(time.monotonic() + FRESH, sorted(found, key=lambda one: one.kind != Alert.Kind.EMERGENCY))]
    return _known[0][1]


def forget() -> None:
    """Ask again: after saving one here, and between tests."""
    _known.clear()
