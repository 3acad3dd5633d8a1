"""Referrals as numbers: for the team's page and the programme's measures. No names, and 1 to 4 people are hidden."""

import datetime
from statistics import median

from django.db.models import Count
from django.db.models.functions import TruncDate

from borough.communities.alliance.needs import BY_SLUG
from borough.foundations import small
from borough.foundations.measures import registry

from .models import Call, Referral

YEAR = datetime.timedelta(days=365)


def declare() -> None:
    registry.declare(
        key="people-referred", title="People sent to somebody who helps", unit="number", direction="up",
        definition="People with a referral in the 365 days to that day, each counted once.", count=people,
    )  # fmt: skip
    registry.declare(
        key="calls-answered", title="Calls to the helpline", unit="number", direction="up",
        definition="Calls in the 365 days to that day on which somebody spoke.", count=calls,
    )  # fmt: skip


def people(day: datetime.date) -> int:
    return _made(day).values("person").distinct().count()


def calls(day: datetime.date) -> int:
    spoke = Call.objects.exclude(outcome=Call.Outcome.NOBODY)
    return spoke.annotate(day=TruncDate("at")).filter(day__gt=day - YEAR, day__lte=day).count()


def page(day: datetime.date) -> dict:
    rows = _made(day)
    states = dict(rows.order_by().values_list("state").annotate(n=Count("pk")))
    needs = [(need.name, rows.filter(needs__contains=[slug]).count()) for slug, need in BY_SLUG.items()]
    receivers = rows.order_by().values_list("receiver__organisation__name").annotate(n=Count("pk")).order_by("-n")
    answered = rows.filter(answered_at__isnull=False).values_list("made_at", "answered_at")
    waits = [(to - since).total_seconds() / 86_400 for since, to in answered]
    return {
        "states": [(name, states.get(value, 0)) for value, name in Referral.State.choices],
        "needs": [_told(row) for row in needs], "receivers": [_told(row) for row in receivers],
        "days": round(median(waits), 1) if waits else None, "total": rows.count(),
    }  # fmt: skip


def _told(row):
    name, many = row
    return name, None if small.few(many) else many


def _made(day):
    return Referral.objects.annotate(day=TruncDate("made_at")).filter(day__gt=day - YEAR, day__lte=day)
