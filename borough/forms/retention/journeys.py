"""Journeys whose time is up: unfinished, failed, sent. What people were told when they began holds."""

from collections.abc import Iterator

from borough.foundations.keeping import queries as keeping

from .. import actions
from ..definition.model import Retention
from ..measuring import stopping
from ..models import DefinitionVersion, Journey
from . import lengths
from .kinds import Due, Kind


def unfinished(now) -> Iterator[Due]:
    """Not sent, and not changed for as long as the service keeps such forms."""
    for version, kept in _versions(sent_at=None):
        old = Journey.objects.filter(version=version, sent_at=None, changed_at__lt=lengths.before(kept.unfinished, now))
        yield from _due(version, "unfinished", kept.unfinished, old)


def failed(now) -> Iterator[Due]:
    """Not sent, because the form itself ended there; where the service keeps such forms for less time than others."""
    for version, kept in _versions(sent_at=None):
        if kept.failed:
            old = Journey.objects.filter(
                version=version,
                sent_at=None,
                changed_at__lt=lengths.before(kept.failed, now),
                changed_at__gte=lengths.before(kept.unfinished, now),
            )
            yield from _due(version, "failed", kept.failed, old.filter(pk__in=_ended(old)))


def sent(now) -> Iterator[Due]:
    """Sent so long ago that nobody comes back to see the reference. What was sent stays, with its case."""
    for version, kept in _versions(sent_at__isnull=False):
        old = Journey.objects.filter(version=version, sent_at__lt=lengths.before(kept.sent, now))
        yield from _due(version, "sent", kept.sent, old)


def _ended(journeys) -> list:
    rows = journeys.values_list("pk", "version", "answers", "changed_at")
    return [pk for pk, *journey in rows.iterator() if stopping.place(*journey)[1]]


def _due(version, kind, after, journeys) -> Iterator[Due]:
    """`records` goes on asking for what made them due: somebody may come back before they are deleted."""
    abouts = {f"journey:{pk}": pk for pk in journeys.values_list("pk", flat=True)}
    kept = keeping.why_kept(abouts)
    going = [pk for about, pk in abouts.items() if about not in kept]
    if abouts:
        yield Due(version.slug, kind, after, len(going), journeys.filter(pk__in=going), kept)


def _versions(**journeys) -> Iterator[tuple[DefinitionVersion, Retention]]:
    """Versions with such journeys. Of their content only what is needed, which holds whatever else changed."""
    for version in DefinitionVersion.objects.filter(pk__in=Journey.objects.filter(**journeys).values("version")):
        written = version.data.get("retention") or {}
        known = {key: value for key, value in written.items() if key in Retention.model_fields}
        yield version, Retention(**known)


KINDS = (
    Kind("unfinished", "that nobody finished", unfinished, actions.forget_unfinished),
    Kind("failed", "that ended before they could be sent", failed, actions.forget_unfinished),
    Kind("sent", "that were sent: the way back to the reference", sent, actions.forget_sent),
)
