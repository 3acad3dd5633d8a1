"""Versions that nobody may go on with, and going on with the form that is live instead: the answers come along."""

from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone

from borough.foundations.audit import actions as audit

from . import queries
from .definition.form import Form
from .models import DefinitionVersion, Journey
from .publishing import live_version
from .questions.base import Invalid


class Retired(Exception):
    """The journey's version was retired, or an older Borough kept it and this one cannot read it."""

    def __init__(self, journey: Journey):
        super().__init__(f"{journey.slug}: the version begun on is retired")
        self.journey = journey


def form_of(journey: Journey, language: str = "en", *, saving: bool = False) -> Form:
    """The form of the version a journey began on. Raises Retired.

    Not for one that was sent, which is only looked at; nor while `saving` a page, so that nothing typed is lost.
    """
    if not saving and journey.sent_at is None and journey.version_id in queries.retired():
        raise Retired(journey)
    try:
        return queries.version(journey.version_id, language)
    except ValueError:  # what pydantic raises
        raise Retired(journey) from None


@transaction.atomic
def retire(*, slug: str, reason: str, by) -> int:
    """Let nobody go on with a version older than the one live now. Returns how many that are newly retired."""
    live, now = live_version(slug), timezone.now()
    others = DefinitionVersion.objects.filter(slug=slug, retired_at=None).exclude(pk=live and live.pk)
    count = others.exclude(publications__live_from__gt=now).exclude(drafts__isnull=False).update(retired_at=now)
    if count:
        audit.record(action="service.retired", kind="service", id=slug, by=by, reason=reason, data={"versions": count})
    transaction.on_commit(queries.forget)
    return count


@transaction.atomic
def renew(*, journey: Journey, by) -> Journey:
    """Put a journey on the live version, with the answers whose questions are still asked in the same way.

    Raises queries.NoService where none is live, Journey.DoesNotExist once it was sent.
    """
    form = queries.live(journey.slug)
    held = Journey.objects.select_for_update(of=("self",)).select_related("version").get(pk=journey.pk, sent_at=None)
    before = dict(_asked(held.version.data))
    after = dict(_asked(DefinitionVersion.objects.values_list("data", flat=True).get(pk=form.version)))
    same = {name for name, kind in after.items() if before.get(name) == kind}
    held.answers = _kept(form, held.answers, same)
    held.version_id = form.version
    held.save(update_fields=["answers", "version", "changed_at"])
    audit.record(action="journey.renewed", record=held, by=by, data={"slug": held.slug})
    return held


GROUP = "group"


def _asked(part) -> Iterator[tuple[str, str]]:
    """(name, type) of every question in a definition as written, and of every repeated group.

    As written, because what an older Borough kept may not be read any more. Names are unique in the whole form.
    """
    if isinstance(part, dict):
        if isinstance(repeat := part.get("repeat"), dict):
            group = repeat.get("name") or str(part.get("name")).replace("-", "_")
            yield from ((group, GROUP), (f"{group}_more", GROUP))
        if "type" in part and "name" in part:
            yield part["name"], part["type"]
        for inner in part.values():
            yield from _asked(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _asked(inner)


def _kept(form: Form, answers: dict, same: set[str]) -> dict:
    """Those answers that still fit, and of each entry of a group those of its answers that do."""
    found = {}
    for name, value in answers.items():
        if group := form.groups.get(name):
            if name in same and isinstance(value, dict):
                found[name] = {key: _kept(form, entry, same) for key, entry in group.entries(answers).items()}
        elif name in same and _holds(form, name, value):
            found[name] = value
    return found


def _holds(form: Form, name: str, value) -> bool:
    """Whether it still fits. What was left empty does: sending looks at it again."""
    page = form.page_of.get(name)
    try:
        return page is not None and (value is None or not page.questions[name].recheck(value, timezone.localdate()))
    except Invalid:
        return False
