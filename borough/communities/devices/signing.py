"""Signing on the borrower's own phone: a link that opens one agreement, once, for half an hour."""

import datetime
import secrets

from django.db import transaction
from django.utils import timezone

from borough.communities.refusals import Refused
from borough.foundations import vault
from borough.foundations.audit import actions as audit
from borough.foundations.audit.actors import RESIDENT

from . import agreement, rules
from .actions import lending
from .models import Handover, Loan, Offer

LASTS = datetime.timedelta(minutes=30)


@transaction.atomic
def begin(*, offer: Offer | None = None, loan: Loan | None = None, by) -> tuple[Handover, str]:
    """A link for the borrower of an offer (to sign the agreement) or of a loan (that it may be wiped).

    Returns it and its token, which is kept nowhere. An earlier link of the same thing opens nothing any more.
    """
    token, now = secrets.token_urlsafe(16), timezone.now()
    thing = offer or loan
    thing.handovers.filter(signed_at=None).update(expires_at=now)
    due = timezone.localdate() + datetime.timedelta(days=rules.USUAL)
    text = lending.words(offer.device, offer.device.parts, due) if offer else agreement.RETURN
    made = Handover.objects.create(
        offer=offer, loan=loan, token_hash=vault.token_hash(token), text=text, made_by=by, made_at=now,
        expires_at=now + LASTS,
    )  # fmt: skip
    audit.record(action="handover.begun", record=made, by=by)
    return made, token


def opened(token: str) -> Handover | None:
    """What a link opens, while it does."""
    found = Handover.objects.filter(token_hash=vault.token_hash(token), signed_at=None, expires_at__gt=timezone.now())
    return found.select_related("offer__device", "loan__device").first()


@transaction.atomic
def sign(*, token: str, name: str, by=RESIDENT) -> Handover:
    """The borrower signs. Raises Refused: signed already, or the link is old."""
    found = Handover.objects.select_for_update().filter(token_hash=vault.token_hash(token)).first()
    if found is None or found.signed_at or found.expires_at <= timezone.now():
        raise Refused("This link does not work any more. Ask at the counter for a new one")
    if not name.strip():
        raise Refused("Enter your name", "name")
    found.signed_name, found.signed_at = name.strip()[:160], timezone.now()
    found.save(update_fields=["signed_name", "signed_at"])
    audit.record(action="handover.signed", record=found, by=by)
    return found


def of_offer(offer) -> Handover | None:
    return offer.handovers.filter(signed_at__isnull=False).order_by("-pk").first() if offer else None


def of_loan(loan) -> Handover | None:
    return loan.handovers.filter(signed_at__isnull=False).order_by("-pk").first() if loan else None
