"""What the programme may tell of learning: each a measure, counted on a day."""

import datetime

from django.db.models.functions import TruncDate

from borough.foundations.measures import registry

from .models import Booking

YEAR = datetime.timedelta(days=365)


def declare() -> None:
    registry.declare(
        key="people-taught", title="People who came to a session", unit="number", direction="up",
        definition="People who came to at least one session in the 365 days to that day.", count=people,
    )  # fmt: skip


def people(day: datetime.date) -> int:
    came = Booking.objects.filter(state=Booking.State.CAME).annotate(day=TruncDate("session__starts_at"))
    return came.filter(day__gt=day - YEAR, day__lte=day).values("person").distinct().count()
