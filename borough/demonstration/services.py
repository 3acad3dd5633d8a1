"""Publishes the services, long enough ago for the cases."""

import datetime
from pathlib import Path

from django.conf import settings

from borough.forms import publishing, queries
from borough.forms.definition import load
from borough.foundations.audit.actors import SYSTEM

from .stories import days


def publish(day: datetime.date) -> int:
    """Make every service live from a year before `day`. Returns how many. Raises versions.HasFaults."""
    queries.forget()
    paths = load.find([Path(settings.SERVICES)])
    for path in paths:
        live_from = days.at(day - datetime.timedelta(days=365), 9, 0)
        publishing.publish(loaded=load.load(path), by=SYSTEM, live_from=live_from)
    queries.forget()
    return len(paths)
