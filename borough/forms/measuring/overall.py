"""What is counted of all services together."""

import datetime
from collections import Counter

from borough.foundations import small
from borough.foundations.measures import registry

from .. import queries as forms
from . import figures, queries
from .measures import OF, RECENT


def declare() -> None:
    for key, title, unit, definition, direction, count in MEASURES:
        registry.declare(key, title, unit, definition, direction, count)


def services_live(day: datetime.date) -> int:
    return queries.live_at_the_end_of(day)


def sent(day: datetime.date) -> int | None:
    count = _sent(day).total()
    return None if 0 < count < small.FEW else count


def completion(day: datetime.date):
    begun = [one for slug in _slugs() for one in queries.begun(slug, day - RECENT, day)]
    over = sum(one.count for one in begun if one.went != "under way")
    return None if over < small.FEW else figures.completion(begun)


def unassisted(day: datetime.date):
    found = _sent(day)
    return None if found.total() < small.FEW else figures.unassisted(found)


def by_partners(day: datetime.date) -> int | None:
    count = _sent(day)["partner"]
    return None if 0 < count < small.FEW else count


def satisfaction(day: datetime.date):
    found = sum((queries.opinions(slug, day - RECENT, day) for slug in _slugs()), Counter())
    return None if found.total() < small.FEW else figures.satisfaction(found)


def _sent(day) -> Counter:
    return sum((queries.sent(slug, day - RECENT, day) for slug in _slugs()), Counter())


def _slugs():
    return [form.slug for form in forms.services()]


MEASURES = (
    ("services-live", "Services live", "services", "Services that people can use online at the end of that day.", "up",
     services_live),
    ("forms-sent", "Forms sent", "forms", f"Forms sent to any service, however they came. {OF}", "none", sent),
    ("forms-completion", "Completion rate of all services", "per cent",
     f"Of the forms begun and over, those that came to an end: sent, or told that the service is not for them. {OF}",
     "up", completion),
    ("forms-unassisted", "Forms filled in without our help", "per cent",
     f"Of the forms sent, those that no officer filled in for somebody. {OF}", "up", unassisted),
    ("forms-by-partners", "Forms sent with a partner’s help", "forms",
     f"Forms that the worker of a partner sent for somebody. {OF}", "none", by_partners),
    ("forms-satisfaction", "Satisfaction with all services", "per cent",
     f"What people said once they had sent a form: very dissatisfied is 0, very satisfied 100. {OF}", "up",
     satisfaction),
)  # fmt: skip
