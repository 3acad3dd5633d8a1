"""Between two loans: one person wipes, another looks, and only then is it lent again."""

from django.db import transaction
from django.utils import timezone

from borough.communities.refusals import Refused
from borough.foundations.audit import actions as audit

from .. import locking, rules
from ..models import Clearance, Device
from . import queue

State = Device.State


@transaction.atomic
def wipe(*, device: Device, method: str, evidence: str, sim_out: bool, card_out: bool, signed_out: bool, by):
    """Say that a device was wiped, how, and what shows it. Returns the Clearance that waits for a second person.

    Raises Refused: not waiting for it, a method that is not enough, nothing that shows it, something left in it.
    """
    held = locking.device(device.pk)
    locking.expect(held, State.QUARANTINE, words="Only a device that waits to be wiped can be wiped.")
    if method not in Clearance.Method.values:
        raise Refused("Choose how you wiped it", "method")
    if why := rules.why_not_wiped(kind=held.kind, encrypted=held.encrypted, method=method):
        raise Refused(why, "method")
    if not evidence.strip():
        raise Refused("Enter what shows that it was wiped", "evidence")
    for done, field, words in (
        (sim_out, "sim_out", "Take the SIM out, or look that there is none"),
        (card_out, "card_out", "Take the memory card out, or look that there is none"),
        (signed_out, "signed_out", "Sign out of every account, or the next person is locked out"),
    ):
        if not done:
            raise Refused(words, field)
    last = held.loans.order_by("-lent_at", "-pk").first()
    clearance = Clearance.objects.create(
        device=held, after_loan=last, after_ended_at=last.ended_at if last else None, method=method,
        evidence=evidence.strip()[:300], sim_out=sim_out, card_out=card_out, signed_out=signed_out,
        wiped_by=by, wiped_at=timezone.now(),
    )  # fmt: skip
    _go(held, State.WIPED)
    audit.record(action="device.wiped", record=held, by=by, data={"method": method, "clearance": clearance.pk})
    return clearance


@transaction.atomic
def check(*, device: Device, passed: bool, why_not: str = "", by) -> Clearance:
    """Look at a wiped device. Passed, it may be lent, and goes to whoever is next; else it is wiped again.

    Raises Refused: nothing to look at, the person who wiped it, not said what is wrong.
    """
    held = locking.device(device.pk)
    locking.expect(held, State.WIPED, words="Only a device that was wiped can be checked.")
    clearance = held.clearances.filter(passed=None).latest("wiped_at")
    if clearance.wiped_by_id == by.pk:
        raise Refused("You wiped it, so somebody else must check it")
    if not passed and not why_not.strip():
        raise Refused("Say what is wrong with it", "why_not")
    if passed:  # an earlier one that was never lent on counts no longer
        held.clearances.filter(passed=True, loan=None).update(passed=False, why_not="Wiped again")
    clearance.checked_by, clearance.checked_at, clearance.passed = by, timezone.now(), passed
    clearance.why_not = "" if passed else why_not.strip()[:300]
    clearance.save()
    held.clearance = clearance if passed else None
    _go(held, State.AVAILABLE if passed else State.QUARANTINE)
    audit.record(action="device.checked", record=held, by=by, data={"passed": passed, "clearance": clearance.pk})
    if passed:
        queue.later()
    return clearance


def _go(held: Device, state: str) -> None:
    held.state = state
    held.save(update_fields=["state", "clearance"])
