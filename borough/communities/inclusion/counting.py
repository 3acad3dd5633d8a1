"""The borough's line as measures of the programme: both numbers, and their caveat with them."""

import datetime

from borough.foundations.measures import registry

from . import queries
from .models import Baseline


def declare() -> None:
    registry.declare(
        key="people-included", title="People confirmed digitally included", unit="number", direction="up",
        definition="People for whom, within 12 months, all five facts of the rule hold on that day.", count=confirmed,
    )  # fmt: skip
    registry.declare(
        key="included-of-excluded", title="Confirmed included, of those estimated excluded", unit="percent",
        direction="up", definition=f"People confirmed over people estimated excluded at baseline. {queries.CAVEAT}",
        count=share,
    )  # fmt: skip


def confirmed(day: datetime.date) -> int:
    return sum(queries.included(day).values())


def share(day: datetime.date) -> float | None:
    whole = Baseline.objects.filter(ward=None, as_at__lte=day).order_by("-as_at").first()
    return round(100 * confirmed(day) / whole.excluded, 2) if whole and whole.excluded else None
