"""What the programme may tell of the alliance: each a measure, counted from its rows on a day."""

import datetime

from django.db.models import Q

from borough.foundations.measures import registry

from . import rules
from .models import Champion, Partner


def declare() -> None:
    registry.declare(
        key="alliance-partners", title="Organisations in the alliance", unit="number", direction="up",
        definition="Strategic partners and network members on that day.", count=partners,
    )  # fmt: skip
    registry.declare(
        key="champions-ready", title="Digital champions who may help", unit="number", direction="up",
        definition="Champions who are trained, checked within three years, and with us on that day.", count=champions,
    )  # fmt: skip


def partners(day: datetime.date) -> int:
    return Partner.objects.filter(_with_us(day)).count()


def champions(day: datetime.date) -> int:
    dated = Champion.objects.filter(_with_us(day)).values("trained_on", "checked_on", "left_on")
    return sum(rules.may_help(**one, day=day) for one in dated)


def _with_us(day):
    return Q(joined_on__lte=day) & (Q(left_on=None) | Q(left_on__gt=day))
