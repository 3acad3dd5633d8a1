"""Holding something, and letting it go again."""

from django.db import transaction
from django.utils import timezone

from borough.foundations.audit import actions as audit

from .models import Hold


@transaction.atomic
def hold(*, about: str, reason: str, by) -> Hold:
    """Hold `about` (case:DEV-7QK-214) until it is lifted. Held already, it stays so, for the first reason."""
    held, new = Hold.objects.get_or_create(about=about, lifted_at=None, defaults={"reason": reason})
    if new:
        audit.record(action="hold.placed", record=held, by=by, reason=reason, data={"about": about})
    return held


@transaction.atomic
def lift(*, about: str, by) -> bool:
    """Let it go. False if it is not held."""
    held = Hold.objects.select_for_update().filter(about=about, lifted_at=None).first()
    if held is None:
        return False
    held.lifted_at = timezone.now()
    held.save(update_fields=["lifted_at"])
    audit.record(action="hold.lifted", record=held, by=by, data={"about": about})
    return True
