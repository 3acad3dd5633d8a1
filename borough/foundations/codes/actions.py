"""Making a code, and taking it back. Whoever calls sends it, and says in the audit trail what it opened."""

import datetime
import hmac
import secrets

from django.db import transaction
from django.utils import timezone

from borough.foundations import vault
from borough.foundations.audit import actions as audit
from borough.foundations.audit.actors import SYSTEM

from .models import TRIES, Code


@transaction.atomic
def make(*, purpose: str, subject: str, channel: str, lasts: datetime.timedelta) -> str:
    """Six new digits, good for `lasts`. The last ones for the same by the same channel stop working.

    Raises IntegrityError where they are asked for twice at once, and the other ones are on their way.
    """
    now, digits = timezone.now(), f"{secrets.randbelow(10**6):06}"
    Code.objects.filter(purpose=purpose, subject=subject, channel=channel, ended_at=None).update(ended_at=now)
    Code.objects.create(
        purpose=purpose, subject=subject, channel=channel, digest=_digest(purpose, subject, digits),
        made_at=now, expires_at=now + lasts,
    )  # fmt: skip
    return digits


@transaction.atomic
def redeem(*, purpose: str, subject: str, digits: str, again: tuple[str, ...] = ()) -> Code | None:
    """The code that these digits are, or None: wrong, too old, or tried too often. A wrong one is counted.

    It works once; one by a channel of `again` goes on working until it expires.
    """
    codes = list(working(purpose, subject).select_for_update().order_by("pk"))
    wanted = _digest(purpose, subject, digits)
    for code in codes:
        if hmac.compare_digest(code.digest, wanted):
            if code.channel not in again:
                code.ended_at = timezone.now()
                code.save(update_fields=["ended_at"])
            return code
    for code in codes:
        code.tries += 1
        code.save(update_fields=["tries"])
    return None


def working(purpose: str, subject: str):
    """The codes that would still be taken."""
    live = Code.objects.filter(purpose=purpose, subject=subject, ended_at=None, tries__lt=TRIES)
    return live.filter(expires_at__gt=timezone.now())


def purge(*, now=None, by=SYSTEM) -> int:
    """Delete codes that no longer work. Returns how many."""
    with transaction.atomic():
        count = Code.objects.filter(expires_at__lte=now or timezone.now()).delete()[0]
        if count:
            audit.record(action="codes.purged", kind="code", by=by, data={"codes": count})
    return count


def _digest(purpose: str, subject: str, digits: str) -> str:
    return vault.digest(purpose, f"{subject}:{digits}")
