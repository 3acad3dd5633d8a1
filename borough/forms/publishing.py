"""Making a definition live, now or later, and what changed from one version to the next."""

import datetime
import difflib

from django.db import transaction
from django.utils import timezone

from borough.foundations.audit import actions as audit

from . import queries
from .definition.load import Loaded
from .models import DefinitionVersion, Draft, Publication
from .versions import keep


@transaction.atomic
def publish(*, loaded: Loaded, by, live_from: datetime.datetime | None = None) -> Publication | None:
    """Make it live from `live_from` (now unless given). None if that version is live already.

    Raises versions.HasFaults.
    """
    row = keep(loaded)
    latest = Publication.objects.filter(slug=row.slug).order_by("-live_from", "-id").first()
    if live_from is None and latest and latest.version_id == row.pk and latest.live_from <= timezone.now():
        return None
    Draft.objects.filter(slug=row.slug, version=row).delete()
    DefinitionVersion.objects.filter(pk=row.pk).update(retired_at=None)
    publication = Publication.objects.create(version=row, slug=row.slug, live_from=live_from or timezone.now())
    audit.record(
        action="service.published",
        record=publication,
        by=by,
        data={"slug": row.slug, "hash": row.hash, "live_from": publication.live_from.isoformat()},
    )
    transaction.on_commit(queries.forget)
    return publication


@transaction.atomic
def keep_draft(*, loaded: Loaded, by) -> Draft | None:
    """Keep it to be looked at before it is live; an older draft gives way. None if it is the draft already, or live.

    Raises versions.HasFaults.
    """
    row, live = keep(loaded), live_version(loaded.slug)
    if Draft.objects.filter(slug=row.slug, version=row).exists() or (live and live.pk == row.pk):
        return None
    draft, _ = Draft.objects.update_or_create(slug=row.slug, defaults={"version": row})
    audit.record(action="service.drafted", record=draft, by=by, data={"slug": row.slug, "hash": row.hash})
    return draft


def changes(old: DefinitionVersion | None, new_source: str, name: str) -> list[str]:
    """What changed, line by line, as people know it from other tools."""
    before = old.source.splitlines() if old else []
    return list(
        difflib.unified_diff(before, new_source.splitlines(), f"{name} (live)", f"{name} (file)", lineterm="", n=2)
    )


def live_version(slug: str) -> DefinitionVersion | None:
    found = Publication.objects.filter(slug=slug, live_from__lte=timezone.now()).order_by("-live_from", "-id").first()
    return found.version if found else None
