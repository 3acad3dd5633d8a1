"""Telling cases what became of the queue, after it was done. What a killed process left untold is told by a job."""

import datetime

from django.db import transaction
from django.utils import timezone

from borough.casework import actions as casework
from borough.communities.refusals import Refused
from borough.design.filters import day as said
from borough.foundations.audit.actors import SYSTEM

from .actions import queue
from .models import Offer, Request

APPROVED, WAITING, READY = "approved", "waiting", "ready"  # states of a case of Borrow a device


def settle(*, by=SYSTEM) -> None:
    """Match what is available, then tell everybody whose case does not know it yet."""
    queue.match(by=by)
    live = Offer.objects.filter(ended_at=None, request__case__state__in=[APPROVED, WAITING])
    for offer in live.select_related("request__case", "device"):
        ready(offer, by=by)
    untold = Request.objects.filter(ended_at=None, case__state=APPROVED).exclude(
        pk__in=Offer.objects.filter(ended_at=None).values("request")
    )
    for request in untold.select_related("case"):
        on_the_list(request, by=by)


@transaction.atomic
def ready(offer: Offer, *, by) -> None:
    """Say that a device is kept for them, where it is and until when."""
    case = casework.hold(offer.request.case_id)
    if case.state not in (APPROVED, WAITING) or not Offer.objects.filter(pk=offer.pk, ended_at=None).exists():
        return
    fields = {"asset_tag": offer.device.tag, "ready_where": where(offer)}
    casework.elsewhere(case=case, move="make_ready", fields=fields, by=by)


@transaction.atomic
def on_the_list(request: Request, *, by) -> None:
    case = casework.hold(request.case_id)
    if case.state == APPROVED and not Offer.objects.filter(request=request, ended_at=None).exists():
        casework.elsewhere(case=case, move="put_on_list", by=by)


def expire(*, by=SYSTEM) -> int:
    """Pass on what nobody came for. Returns how many."""
    found = Offer.objects.filter(ended_at=None, expires_on__lte=timezone.localdate()).select_related("request__case")
    return sum(put_back(offer, reason="You did not come for it in time.", by=by) for offer in found)


@transaction.atomic
def put_back(offer: Offer, *, reason: str, by, ended: str = Offer.Ended.EXPIRED) -> bool:
    """End an offer that nobody took, and tell the case. False where it had ended by now."""
    case = casework.hold(offer.request.case_id)
    try:
        if ended == Offer.Ended.DECLINED:
            queue.decline(offer=offer, by=by)
        else:
            queue.pass_on(offer=offer, by=by, ended=ended)
    except Refused:
        return False
    if case.state == READY:
        casework.elsewhere(case=case, move="put_back", reason=reason, by=by)
    return True


def where(offer: Offer) -> str:
    """Where and until when it is kept, as the borrower reads it."""
    submission = offer.request.case.submission
    last = said(offer.expires_on - datetime.timedelta(days=1))
    if submission and submission.answers.get("collect") == "bring":
        return "We will ring you to agree on a day to bring it."
    site = offer.device.site or "the library you chose"
    return f"Pick it up from {site} by {last}. Take your reference."
