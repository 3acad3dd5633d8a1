"""From somebody's cupboard to the shelf: offered, collected, assessed, wiped with a certificate, graded."""

import datetime

from django.db import transaction
from django.utils import timezone

from borough.communities.refusals import Refused
from borough.foundations.audit import actions as audit

from .. import rules
from ..models import Device, Donation
from . import stock

State = Donation.State


@transaction.atomic
def offer(*, donor: str, kind: str, maker: str = "", model: str = "", by) -> Donation:
    donation = Donation.objects.create(
        donor=donor.strip()[:160], kind=kind, maker=maker, model=model, offered_on=timezone.localdate()
    )
    audit.record(action="donation.offered", record=donation, by=by, data={"kind": kind})
    return donation


@transaction.atomic
def collect(*, donation: Donation, collected_on: datetime.date, by) -> Donation:
    held = _held(donation, State.OFFERED)
    if not held.offered_on <= collected_on <= timezone.localdate():
        raise Refused("Enter a day from the day it was offered until today", "collected_on")
    held.collected_on = collected_on
    return _to(held, State.COLLECTED, by)


@transaction.atomic
def assess(*, donation: Donation, assessment: str, good: bool, by) -> Donation:
    """Look whether it is worth it: on to the wipe, or to be recycled (which the certificate of wiping is for too)."""
    held = _held(donation, State.COLLECTED)
    if not assessment.strip():
        raise Refused("Say what you found", "assessment")
    held.assessment = assessment.strip()[:300]
    if not good:
        held.why_recycled = held.assessment
    return _to(held, State.ASSESSED if good else State.RECYCLED, by)


@transaction.atomic
def wipe(*, donation: Donation, method: str, certificate: str, by) -> Donation:
    """Raises Refused: no certificate, or a reset: we do not know that a stranger's device was encrypted."""
    held = _held(donation, State.ASSESSED)
    if why := rules.why_not_wiped(kind=held.kind, encrypted=False, method=method):
        raise Refused(why, "method")
    if not certificate.strip():
        raise Refused("Enter the number of the certificate", "certificate")
    held.method, held.certificate, held.wiped_by, held.wiped_at = method, certificate.strip()[:80], by, timezone.now()
    return _to(held, State.WIPED, by)


@transaction.atomic
def take_in(*, donation: Donation, tag: str, grade: str, serial: str = "", site: str = "", by) -> Device:
    """Into stock with a label and a grade. There a second person still checks the wipe before it is lent."""
    held = _held(donation, State.WIPED)
    if grade not in Donation.Grade.values:
        raise Refused("Choose a grade", "grade")
    device = stock.add(
        tag=tag, kind=held.kind, serial=serial, maker=held.maker, model=held.model, source=Device.Source.DONATED,
        funder=held.donor[:120], site=site, note=f"Grade {grade}", by=by,
    )  # fmt: skip
    held.device, held.grade = device, grade
    _to(held, State.STOCKED, by)
    return device


@transaction.atomic
def recycle(*, donation: Donation, why: str, by) -> Donation:
    held = _held(donation, State.ASSESSED, State.WIPED, State.COLLECTED)
    if not why.strip():
        raise Refused("Say why", "why")
    held.why_recycled = why.strip()[:300]
    return _to(held, State.RECYCLED, by)


def _held(donation, *states) -> Donation:
    held = Donation.objects.select_for_update().get(pk=donation.pk)
    if held.state not in states:
        raise Refused(f"This donation is “{held.get_state_display().lower()}” now. Look at it again")
    return held


def _to(held, state, by) -> Donation:
    was, held.state = held.state, state
    held.save()
    audit.record(action="donation.moved", record=held, by=by, data={"from": was, "to": state})
    return held
