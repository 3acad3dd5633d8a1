"""A device comes back, or does not."""

from django.db import transaction
from django.utils import timezone

from borough.casework import actions as casework
from borough.communities.refusals import Refused
from borough.foundations.audit import actions as audit

from .. import locking
from ..models import Device, Loan
from .lending import hold_case

State = Device.State
NOT_OUT = "It is not on loan. Look whether it is the right label, or count it in a stock-take"


@transaction.atomic
def take_back(
    *, device: Device, condition: str, parts: list[str], signed_name: str = "", signed_how: str = Loan.How.SCREEN,
    wipe_agreed: bool = False, note: str = "", effect: str = "", next: str = "", by,
) -> Loan:  # fmt: skip
    """End the loan of a device that is here again; it waits to be wiped. What of its kit is missing stays on record.

    Raises Refused: not out, or no word that what is on it may be wiped (a `note` says why there is none).
    """
    loan, held = open_loan(device)
    if condition not in Loan.Condition.values:
        raise Refused("Choose how it is", "condition")
    if signed_how != Loan.How.NOBODY:
        if not signed_name.strip():
            raise Refused("They must write their name to sign", "signed_name")
        if not wipe_agreed:
            raise Refused(
                "They must agree that it is wiped. If they are not here, choose “Nobody can sign”", "wipe_agreed"
            )
    elif not note.strip():
        raise Refused("Say why nobody can sign", "note")
    loan.condition_back, loan.parts_back = condition, [one for one in parts if one in loan.parts_out]
    loan.returned_name, loan.returned_how = signed_name.strip()[:160], signed_how
    loan.wipe_agreed, loan.effect, loan.next, loan.end_note = wipe_agreed, effect, next, note.strip()[:300]
    missing = loan.missing
    _end(loan, held, Loan.Ended.RETURNED, State.QUARANTINE, by)
    how = "parts" if missing and condition != Loan.Condition.BROKEN else condition
    fields = {"returned_on": timezone.localdate().isoformat(), "condition": how}
    _tell(loan, "take_back", by, fields=fields)
    return loan


@transaction.atomic
def bring_parts(*, loan: Loan, parts: list[str], by) -> Loan:
    """What was missing of a kit came back later."""
    loan = Loan.objects.select_for_update().get(pk=loan.pk)
    came = [one for one in loan.missing if one in parts]
    if not came:
        raise Refused("Choose what came back", "parts")
    loan.parts_back = [*loan.parts_back, *came]
    loan.save(update_fields=["parts_back"])
    audit.record(action="loan.parts_back", record=loan, by=by, data={"parts": came})
    return loan


@transaction.atomic
def lose(*, device: Device, stolen: bool, note: str, by) -> Loan:
    """The borrower says that it is lost or stolen. Raises Refused: not out, not said how."""
    loan, held = open_loan(device)
    if not note.strip():
        raise Refused("Say what happened", "note")
    loan.end_note = note.strip()[:300]
    ended, state = (Loan.Ended.STOLEN, State.STOLEN) if stolen else (Loan.Ended.LOST, State.LOST)
    _end(loan, held, ended, state, by)
    _tell(loan, "mark_lost", by, reason=note.strip())
    return loan


@transaction.atomic
def give(*, device: Device, note: str, by) -> Loan:
    """Let the borrower keep it for good."""
    loan, held = open_loan(device)
    if not note.strip():
        raise Refused("Say why they may keep it", "note")
    loan.end_note, loan.next = note.strip()[:300], Loan.Next.GIFT
    _end(loan, held, Loan.Ended.GIFTED, State.GIFTED, by)
    _tell(loan, "give", by)
    return loan


def open_loan(device) -> tuple[Loan, Device]:
    """The loan that a device is out on, and the device, held. Raises Refused: it is not out."""
    found = Loan.objects.filter(device=device, ended_at=None).select_related("request__case").first()
    if found is None:
        raise Refused(f"{device.tag} is “{device.get_state_display().lower()}”. {NOT_OUT}")
    hold_case(found)
    held = locking.device(device.pk)
    loan = Loan.objects.select_for_update(of=("self",)).select_related("request__case", "device").get(pk=found.pk)
    if not loan.is_open:
        raise Refused(f"Somebody took {held.tag} back a moment ago. It is “{held.get_state_display().lower()}” now")
    return loan, held


def _end(loan, held, ended, state, by):
    loan.ended, loan.ended_at, loan.ended_by = ended, timezone.now(), by
    loan.save()
    held.state, held.clearance = state, None
    held.save(update_fields=["state", "clearance"])
    audit.record(action=f"device.{ended}", record=held, by=by, data={"loan": loan.pk, "missing": loan.missing})


def _tell(loan, move, by, **more):
    if loan.request_id:
        casework.elsewhere(case=loan.request.case, move=move, by=by, **more)
