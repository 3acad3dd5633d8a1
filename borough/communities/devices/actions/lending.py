"""Lending a device: signed, to whoever it is kept for, and only what was wiped and checked."""

import datetime

from django.db import transaction
from django.utils import timezone

from borough.casework import actions as casework
from borough.communities.refusals import Refused
from borough.design.filters import day as said
from borough.foundations import vault
from borough.foundations.audit import actions as audit
from borough.foundations.gazetteer import queries as gazetteer

from .. import agreement, contact, locking, rules
from ..models import Device, Loan, Offer, Request
from . import queue

State = Device.State
LEND_AGAIN = "Look at the device again before you go on."


@transaction.atomic
def lend(
    *, offer: Offer, due_on: datetime.date, signed_name: str, signed_how: str = Loan.How.SCREEN, signed_at=None,
    condition: str, parts: list[str], age_band: str = "", override: str = "", lent_on: datetime.date | None = None, by,
) -> Loan:  # fmt: skip
    """Lend the device of an offer to the person it is kept for. The case moves to “lent” with it.

    `lent_on` is an earlier day on which it was really handed over. Raises Refused: not kept for them any more, not
    signed, a day that cannot be, something of theirs that is overdue (unless `override` says why).
    """
    casework.hold(offer.request.case_id)
    held = locking.device(offer.device_id)
    offer = Offer.objects.select_related("request__case__person").get(pk=offer.pk)
    if offer.ended_at:
        raise Refused(f"{held.tag} is not kept for them any more: {offer.get_ended_display().lower()}. {LEND_AGAIN}")
    locking.expect(held, State.OFFERED, words=LEND_AGAIN)
    if not signed_name.strip():
        raise Refused("They must write their name to sign", "signed_name")
    if condition not in (Loan.Condition.GOOD, Loan.Condition.WORN):
        raise Refused("Choose how it is. Send it to repair if it is broken", "condition")
    request, now = offer.request, timezone.now()
    person = request.case.person
    lent_at = _moment(lent_on, held, now)
    _due(due_on, timezone.localdate(lent_at))
    overdue = open_loans(person).filter(due_on__lt=timezone.localdate()).select_related("device").first()
    if overdue and not override.strip():
        raise Refused(
            f"They have {overdue.device.tag}, which was due on {said(overdue.due_on)}. Take it back first, "
            "or say why you lend them another", "override"
        )  # fmt: skip
    loan = Loan.objects.create(
        device=held, request=request, person=person, clearance=held.clearance, cleared_at=held.clearance.checked_at,
        lent_at=lent_at, lent_by=by, site=held.site, due_on=due_on, override=override.strip()[:300] if overdue else "",
        agreement=agreement.VERSION, agreed_text=words(held, parts, due_on), signed_name=signed_name.strip()[:160],
        signed_how=signed_how, signed_at=signed_at or now, parts_out=[one for one in parts if one in held.parts],
        condition_out=condition, purposes=request.purposes, referrer=request.referrer, household=household(person),
        ward=ward(person), age_band=age_band,
    )  # fmt: skip
    queue.end(offer, Offer.Ended.CLAIMED, by)
    request.ended_at, request.ended = now, Request.Ended.LENT
    request.save(update_fields=["ended_at", "ended"])
    held.state = State.ON_LOAN
    held.save(update_fields=["state"])
    data = {"loan": loan.pk, "due_on": str(due_on), "override": bool(loan.override)}
    audit.record(action="device.lent", record=held, by=by, reason=loan.override, data=data)
    fields = {"asset_tag": held.tag, "due_on": due_on.isoformat()}
    if not casework.elsewhere(case=request.case, move="lend", fields=fields, by=by):
        raise Refused("Their case is not at “Ready”. Look at the case first, and try again")
    return loan


@transaction.atomic
def renew(*, loan: Loan, due_on: datetime.date, by) -> Loan:
    """Let them keep it longer. Raises Refused: not out, no later day, or somebody waits who could use it."""
    hold_case(loan)
    held = locking.device(loan.device_id)
    loan = Loan.objects.select_for_update(of=("self",)).get(pk=loan.pk)
    if not loan.is_open:
        raise Refused(f"{held.tag} has come back already. Lend it again instead")
    if due_on <= loan.due_on or due_on <= timezone.localdate():
        raise Refused("Enter a day after the one on which it is due now, and after today", "due_on")
    _due(due_on, timezone.localdate())
    if waiting := somebody_waits(held):
        raise Refused(
            f"{waiting} {'person waits' if waiting == 1 else 'people wait'} for one like it, so it must come back"
        )
    loan.due_on, loan.renewals = due_on, loan.renewals + 1
    loan.save(update_fields=["due_on", "renewals"])
    audit.record(action="loan.renewed", record=loan, by=by, data={"due_on": str(due_on)})
    if loan.request_id:
        casework.elsewhere(case=loan.request.case, move="extend", fields={"due_on": due_on.isoformat()}, by=by)
    return loan


def somebody_waits(device: Device) -> int:
    """How many wait for a device like this one who have no offer."""
    live = Offer.objects.filter(ended_at=None).values("request")
    waiting = Request.objects.filter(ended_at=None, kinds__contains=[device.kind]).exclude(pk__in=live)
    return sum(queue.fits(device, request) for request in waiting)


def open_loans(person):
    return Loan.objects.filter(person=person, ended_at=None)


def words(device: Device, parts: list[str], due_on: datetime.date) -> str:
    """The agreement for this loan."""
    return agreement.words(device=device, parts=parts, due=said(due_on), phone=contact.phone())


def household(person) -> str:
    """A keyed digest of the home, so that households are counted when nobody knows any more whose they were."""
    place = str(person.uprn or "") or f"{person.postcode}|{next(iter(person.address.splitlines()), '')}".casefold()
    return vault.digest("household", place if place.strip("|") else str(person.pk))


def ward(person) -> str:
    found = gazetteer.get(person.uprn) if person.uprn else None
    return found.ward.name if found and found.ward else ""


def _moment(lent_on, held, now):
    """When it was handed over. A day before it was checked, or one to come, is refused."""
    if lent_on is None or lent_on == timezone.localdate(now):
        return now
    if lent_on > timezone.localdate(now):
        raise Refused("It cannot have been lent on a day that is still to come", "lent_on")
    checked = held.clearance.checked_at
    if lent_on < timezone.localdate(checked):
        raise Refused(
            f"It was checked on {said(timezone.localdate(checked))}. Enter that day or a later one", "lent_on"
        )
    noon = timezone.make_aware(datetime.datetime.combine(lent_on, datetime.time(12)))
    return max(noon, checked)


def _due(due_on, lent_on):
    if due_on <= lent_on:
        raise Refused("Enter a day after the day it is lent", "due_on")
    if (due_on - lent_on).days > rules.LONGEST:
        raise Refused("Enter a day within 12 months. They can ask to keep it longer", "due_on")


def hold_case(loan):
    if loan.request_id:
        casework.hold(loan.request.case_id)
