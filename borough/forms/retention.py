"""Deleting what nobody finished: a journey not changed for as long as its service keeps unfinished ones."""

import datetime
import re

from django.utils import timezone

from . import actions
from .definition.model import Retention
from .definition.moments import Moment
from .models import DefinitionVersion, Journey

LENGTH = re.compile(r"(\d+) (day|week|month|year)s?")


def due(version: DefinitionVersion, now: datetime.datetime):
    """The unfinished journeys of one version whose time is up. What people were told when they began holds."""
    return Journey.objects.filter(version=version, sent_at=None, changed_at__lt=_before(_kept(version), now))


def overdue(now: datetime.datetime) -> dict[str, int]:
    """How many there are, by service."""
    found: dict[str, int] = {}
    for version in _versions():
        count = due(version, now).count()
        if count:
            found[version.slug] = found.get(version.slug, 0) + count
    return found


def delete_overdue(*, now: datetime.datetime | None = None, by) -> dict[str, int]:
    """Delete them, with their files. Returns how many, by service."""
    now, found = now or timezone.now(), {}
    for version in _versions():
        count = actions.forget_unfinished(journeys=due(version, now), by=by)
        if count:
            found[version.slug] = found.get(version.slug, 0) + count
    return found


def _versions():
    """Versions with unfinished journeys. Of their content only what is needed, which holds whatever else changed."""
    return DefinitionVersion.objects.filter(pk__in=Journey.objects.filter(sent_at=None).values("version"))


def _kept(version: DefinitionVersion) -> str:
    written = version.data.get("retention") or {}
    return written.get("unfinished") or Retention.model_fields["unfinished"].default


def _before(length: str, now: datetime.datetime) -> datetime.datetime:
    """The moment `length` (30 days, 6 months) before now, at the same time of day."""
    count, unit = LENGTH.fullmatch(length).groups()
    local = timezone.localtime(now)
    day = Moment(-int(count), unit).on(local.date())
    return local.replace(year=day.year, month=day.month, day=day.day)
