"""Taking devices into stock, and everything that happens to one beside being lent."""

from django.db import transaction
from django.utils import timezone

from borough.communities.refusals import Refused
from borough.foundations.audit import actions as audit

from .. import locking, rules
from ..models import Device

State = Device.State
FIELDS = ("maker", "model", "specification", "parts", "source", "funder", "cost_pence", "site", "encrypted", "held_for",
          "note")  # fmt: skip
OUT = "It is with a borrower. Take it back first."
AWAY = {
    "repair": (State.REPAIR, [State.AVAILABLE, State.QUARANTINE, State.WIPED]),
    "lose": (State.LOST, [State.AVAILABLE, State.QUARANTINE, State.WIPED, State.REPAIR]),
    "steal": (State.STOLEN, [State.AVAILABLE, State.QUARANTINE, State.WIPED, State.REPAIR]),
    "retire": (State.RETIRED, [State.AVAILABLE, State.QUARANTINE, State.WIPED, State.REPAIR, State.LOST, State.STOLEN]),
    "gift": (State.GIFTED, [State.AVAILABLE]),
    "find": (State.QUARANTINE, [State.LOST, State.STOLEN, State.REPAIR, State.RETIRED]),
}


@transaction.atomic
def add(*, tag: str, kind: str, serial: str = "", imei: str = "", by, **details) -> Device:
    """Take a device into stock. It waits to be wiped, as every device does before it is lent.

    Raises Refused: a label, serial or IMEI that is no such thing or is another device's.
    """
    label = rules.tag(tag)
    if label is None:
        raise Refused("Enter the label as two letters, a dash and five numbers, like BD-01234", "tag")
    if kind not in Device.Kind.values:
        raise Refused("Choose what it is", "kind")
    serial = rules.serial(serial)
    try:
        imei = rules.imei(imei) if imei.strip() else ""
    except ValueError as wrong:
        raise Refused(str(wrong), "imei") from wrong
    locking.library()
    _unlike_another(label, serial, imei)
    device = Device.objects.create(
        tag=label, kind=kind, serial=serial, imei=imei, added_on=timezone.localdate(),
        **{name: details[name] for name in FIELDS if name in details},
    )  # fmt: skip
    audit.record(action="device.added", record=device, by=by, data={"tag": label, "kind": kind})
    return device


@transaction.atomic
def put(*, device: Device, how: str, note: str = "", by) -> Device:
    """Send a device that is here to repair, write it off, give it away, or bring it back: a key of AWAY.

    What comes back waits to be wiped. Raises Refused: on loan, or in a state from which it cannot go there.
    """
    to, states = AWAY[how]
    held = locking.device(device.pk)
    if held.state == State.ON_LOAN:
        raise Refused(OUT)
    locking.expect(held, *states, words="Look at it again before you go on.")
    if how != "find" and not note.strip():
        raise Refused("Say what happened", "note")
    was, held.state, held.clearance, held.note = held.state, to, None, note.strip()[:300]
    held.save(update_fields=["state", "clearance", "note"])
    audit.record(action="device.put", record=held, by=by, data={"from": was, "to": to})
    return held


@transaction.atomic
def hold_for(*, device: Device, organisation, by) -> Device:
    """Keep a device for the people whom one partner refers, or for everybody. Raises Refused while it is offered."""
    held = locking.device(device.pk)
    if held.state == State.OFFERED:
        raise Refused("It is kept for somebody at the moment. Wait until they have it, or take the offer back.")
    held.held_for = organisation
    held.save(update_fields=["held_for"])
    audit.record(action="device.held", record=held, by=by, data={"for": organisation.slug if organisation else ""})
    return held


def _unlike_another(tag, serial, imei):
    if Device.objects.filter(tag=tag).exists():
        raise Refused(f"{tag} is in stock already. Look at that one, or print a new label", "tag")
    if serial and (other := Device.objects.filter(serial=serial).first()):
        raise Refused(f"{other.tag} has this serial number already. Look whether you typed it twice", "serial")
    if imei and (other := Device.objects.filter(imei=imei).first()):
        raise Refused(f"{other.tag} has this IMEI already. Look whether you typed it twice", "imei")
