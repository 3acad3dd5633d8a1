"""Forms that a signed-in person began, and going on with one in another browser."""

from django.db import transaction

from borough.foundations.audit import actions as audit

from .actions import new_token, token_hash
from .models import Journey


def unfinished(user):
    """What this person began while signed in and has not sent, the latest first."""
    if not user.is_authenticated:
        return Journey.objects.none()
    return Journey.objects.filter(user=user, helped_by=None, sent_at=None).order_by("-changed_at")


@transaction.atomic
def carry_on(*, journey, by) -> str | None:
    """A new cookie token for a journey of theirs; the browser that had it loses its place. None if it was sent."""
    held = journey.held()
    if held is None:
        return None
    token = new_token()
    held.token_hash = token_hash(token)
    held.save(update_fields=["token_hash", "changed_at"])
    audit.record(action="journey.resumed", record=held, by=by)
    return token
