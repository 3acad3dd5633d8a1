"""Writing down what somebody says they have. One transaction with its audit event."""

import datetime

from django.db import transaction
from django.utils import timezone

from borough.communities.refusals import Refused
from borough.foundations.audit import actions as audit

from .models import Statement


@transaction.atomic
def state(*, person, kind: str, evidence: str, on: datetime.date | None = None, own: bool | None = None,
          enough: bool | None = None, affordable: bool | None = None, partner=None, by) -> Statement:  # fmt: skip
    """Raises Refused: nothing said, nothing that shows it, a day still to come."""
    on = on or timezone.localdate()
    if on > timezone.localdate():
        raise Refused("Enter today or a day before", "on")
    if not evidence.strip():
        raise Refused("Say how you know, like: they told me", "evidence")
    if kind == "device" and own is None:
        raise Refused("Choose whether they have a device of their own", "own")
    if kind == "connection" and (enough is None or affordable is None):
        raise Refused("Choose whether it is enough, and whether they can pay for it", "enough")
    made = Statement.objects.create(
        person=person, kind=kind, on=on, evidence=evidence.strip()[:160], own=own if kind == "device" else None,
        enough=enough if kind == "connection" else None, affordable=affordable if kind == "connection" else None,
        partner=partner, by=by if by.actor.kind in ("officer", "partner") else None,
    )  # fmt: skip
    audit.record(action="inclusion.stated", record=made, by=by, data={"kind": kind, "holds": made.holds})
    return made
