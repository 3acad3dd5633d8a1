"""Previews go after a day. They are officers' own trials, of no service's figures and with no way back."""

import datetime
from collections.abc import Iterator

from django.db.models import Count

from ..actions import previewing
from ..models import Preview
from .kinds import Due, Kind

AFTER = datetime.timedelta(days=1)


def due(now) -> Iterator[Due]:
    old = Preview.objects.filter(changed_at__lt=now - AFTER)
    for row in old.values("slug").annotate(count=Count("pk")).order_by("slug"):
        yield Due(row["slug"], "preview", "1 day", row["count"], old.filter(slug=row["slug"]))


KIND = Kind("preview", "that officers tried out", due, previewing.forget)
