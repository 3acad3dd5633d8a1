"""Sending a code that opens one case, and taking it back."""

import hmac
import secrets

from django.db import IntegrityError, transaction
from django.utils import timezone

from borough.foundations import vault
from borough.foundations.audit import actions as audit
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.authority.details import details
from borough.foundations.authority.site import site
from borough.foundations.messages import actions as messages
from borough.foundations.messages.harmless import harmless

from .. import definitions
from ..actions.telling import letter_address
from ..models import Case
from .models import LASTS, TRIES, AccessCode

THERE = {"erased_at": None, "person__erased_at": None}
FOR = {"text": "15 minutes", "email": "15 minutes", "letter": "14 days"}


def send_code(*, reference: str, channel: str, by) -> AccessCode | None:
    """Send a new code by `channel` to the person of this case; the last one by that channel stops working.

    None where there is no such case, or no telephone number or address to send it to. Callers never say which.
    """
    case = Case.objects.select_related("person").filter(reference=reference, **THERE).first()
    to = _where_to(case.person, channel) if case else ""
    if not to:
        return None
    try:
        return _send(case, channel, to, by)
    except IntegrityError:  # asked for twice at once, and the other one is on its way
        return None


@transaction.atomic
def redeem(*, reference: str, code: str, by) -> Case | None:
    """The case that `code` opens, or None: wrong, too old, tried too often, or no such case. A wrong one is counted."""
    now = timezone.now()
    working = AccessCode.objects.filter(ended_at=None, expires_at__gt=now, tries__lt=TRIES)
    live = (
        working.filter(case__in=Case.objects.filter(reference=reference, **THERE))
        .select_for_update(of=("self",))
        .select_related("case")
        .order_by("pk")
    )
    for held in live:
        if hmac.compare_digest(held.digest, _digest(held.case_id, code)):
            if held.channel != "letter":
                held.ended_at = now
                held.save(update_fields=["ended_at"])
            audit.record(action="case.opened_by_code", record=held.case, by=by, data={"channel": held.channel})
            return held.case
    for held in live:
        held.tries += 1
        held.save(update_fields=["tries"])
    return None


def purge(*, now=None, by=SYSTEM) -> int:
    """Delete codes that no longer work. Returns how many."""
    now = now or timezone.now()
    with transaction.atomic():
        count = AccessCode.objects.filter(expires_at__lte=now).delete()[0]
        if count:
            audit.record(action="access_codes.purged", kind="accesscode", by=by, data={"codes": count})
    return count


@transaction.atomic
def _send(case, channel, to, by) -> AccessCode:
    now, code = timezone.now(), f"{secrets.randbelow(10**6):06}"
    AccessCode.objects.filter(case=case, channel=channel, ended_at=None).update(ended_at=now)
    made = AccessCode.objects.create(
        case=case, channel=channel, digest=_digest(case.pk, code), made_at=now, expires_at=now + LASTS[channel]
    )
    messages.send(
        channel=channel, to=to, subject=f"Your code for {case.reference}", body=_words(case, channel, code),
        by=by, sensitive=True, format=case.person.format,
    )  # fmt: skip
    audit.record(action="case.code_sent", record=case, by=by, data={"channel": channel})
    return made


def _where_to(person, channel) -> str:
    return {"text": person.phone, "email": person.email, "letter": letter_address(person)}.get(channel, "")


def _words(case, channel, code) -> str:
    council = details()
    if channel == "text":
        return (
            f"{code} is your code for {case.reference}. It works for {FOR[channel]}. Tell nobody. {council.full_name}"
        )
    name = harmless(case.person.name)
    parts = [
        f"Dear {name}" if name else "Hello",
        f"Your code is {code}",
        f"It opens what you sent us: {definitions.title(case.slug)}, reference {case.reference}. "
        f"It works for {FOR[channel]}.",
        f"To use it, go to {site()}/your-applications/find/code/",
        "Tell nobody the code. We will never ask you for it. If you did not ask for it, do nothing.",
        council.full_name,
    ]
    return "\n\n".join(parts)


def _digest(case_id: int, code: str) -> str:
    return vault.digest("access-code", f"{case_id}:{code}")
