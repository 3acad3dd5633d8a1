"""Workstreams, measures and people for tests of the programme."""

import datetime

from django.contrib.auth.models import Group

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.measures import registry
from borough.programme.figures.models import Published
from borough.programme.workstreams.models import Workstream
from borough.programme.workstreams.policy import MANAGERS
from tests import people

STARTS = datetime.date(2026, 1, 5)


def workstream(key="everybody-online", **fields) -> Workstream:
    fields = {
        "title": key.replace("-", " ").capitalize(), "areas": ["communities"], "why": "Too many are not online.",
        "what": "Lend devices.", "outcomes": "More are online\nHelp is near", "owner": "Inclusion Manager",
        "starts_on": STARTS,
    } | fields  # fmt: skip
    return Workstream.objects.create(key=key, **fields)


def manager():
    user = people.officer("digital-programme")
    user.groups.add(Group.objects.get(name=MANAGERS))
    return user


def lead(of):
    user = people.officer()
    of.leads.add(user)
    return user


def counted(of, key="cases-open", **fields) -> Published:
    return Published.objects.create(key=key, workstream=of, source="Casework", **fields)


def typed(of, key="halls", **fields) -> Published:
    fields = {"title": "Halls with wi-fi", "unit": "halls", "definition": "Halls with free wi-fi.",
              "source": "A survey", "direction": "up", "every": 92} | fields  # fmt: skip
    return Published.objects.create(key=key, workstream=of, typed=True, **fields)


def declare(monkeypatch, **counts):
    """Nothing is counted but these: key → value or function of the day."""
    monkeypatch.setattr(registry, "_declared", {})
    monkeypatch.setattr(registry, "_providers", [])
    for key, count in counts.items():
        key = key.replace("_", "-")
        found = count if callable(count) else lambda day, value=count: value
        registry.declare(key, key.capitalize(), "people", "People who count.", "up", found)


def snapshot(day=None):
    from borough.foundations.measures import actions

    return actions.snapshot(day=day or yesterday(), by=SYSTEM)


def yesterday():
    from django.utils import timezone

    return timezone.localdate() - datetime.timedelta(days=1)
