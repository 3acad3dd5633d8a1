"""What the programme itself counts: how honest it is about its own numbers."""

import datetime

from borough.foundations.measures import registry
from borough.foundations.measures.models import Reading

from .models import Published


def declare() -> None:
    registry.declare(
        "measures-counted", "Public measures counted by the system", "measures",
        "Published measures that are counted from the services themselves and had a number on the day before.",
        "up", counted,
    )  # fmt: skip


def counted(day: datetime.date) -> int:
    keys = Published.objects.filter(typed=False).exclude(key="measures-counted").values("key")
    before = day - datetime.timedelta(days=1)
    return (
        Reading.objects.filter(key__in=keys, day__in=(before, day), value__isnull=False)
        .values("key")
        .distinct()
        .count()
    )
