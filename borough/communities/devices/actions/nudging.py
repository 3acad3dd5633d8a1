"""Reminding borrowers, by the clock or now."""

import datetime

from django.db import transaction
from django.utils import timezone

from borough.casework.actions.telling import route
from borough.communities.refusals import Refused
from borough.design.filters import day as said
from borough.foundations.audit import actions as audit
from borough.foundations.messages import actions as messages

from .. import contact, rules
from ..models import Loan, Nudge

SUBJECT = {
    "soon": "Your {kind} is due back on {due}",
    "due": "Your {kind} is due back today",
    "now": "About the {kind} you borrowed",
}
BODY = """\
Dear {name},

{what}

Bring it to the library where you got it, or ring us on {phone} and we will tell you another way.

If you need it for longer, ring us before you bring it back. If it is broken, lost or stolen, ring us too. You do not \
pay if it broke by accident.

The device library
"""
WHAT = {
    "soon": "You borrowed the {kind} {tag}. It is due back on {due}.",
    "due": "You borrowed the {kind} {tag}. It is due back today, {due}.",
    "late": "You borrowed the {kind} {tag}. It was due back on {due}, and we do not have it yet. Others wait for one.",
}
TEXT = "{what} Need longer, or is it broken or lost? Ring {phone}."


@transaction.atomic
def remind(*, loan: Loan, kind: str, by) -> Nudge | None:
    """Write to the borrower: `kind` is one that `rules.nudge` gives, once for each due date, or `now`.

    None where that one went before, or the loan has ended by now. Raises Refused for `now` alone: it has come back, or
    we know no way to reach them.
    """
    loan = Loan.objects.select_for_update(of=("self",)).select_related("device", "person").get(pk=loan.pk)
    if not loan.is_open:
        if kind == "now":
            raise Refused("It has come back, so there is nothing to remind them of")
        return None
    if kind != "now" and loan.nudges.filter(kind=kind, due_on=loan.due_on).exists():
        return None
    channel, to = route(loan.person)
    if not to and kind == "now":
        raise Refused("We have no e-mail address, telephone number or address of theirs. Ask at their library")
    said = _words(loan, kind)
    key = "" if kind == "now" else f"nudge:{loan.pk}:{kind}:{loan.due_on}"
    message = to and messages.send(
        channel=channel, to=to, subject=said["subject"], body=said["text"] if channel == "text" else said["body"],
        about=loan.about, key=key, by=by, format=loan.person.format,
    )  # fmt: skip
    nudge = Nudge.objects.create(
        loan=loan, kind=kind, due_on=loan.due_on, at=timezone.now(), by_name=by.actor.name if kind == "now" else "",
        message=message or None,
    )  # fmt: skip
    audit.record(action="loan.reminded", record=loan, by=by, data={"kind": kind, "told": bool(message)})
    return nudge


def _words(loan, kind) -> dict:
    today = timezone.localdate()
    late = loan.due_on < today
    values = {
        "name": loan.person.name or "borrower", "kind": loan.device.get_kind_display().lower(), "tag": loan.device.tag,
        "due": said(loan.due_on), "phone": contact.phone(),
    }  # fmt: skip
    what = WHAT["late" if late else "due" if loan.due_on == today else "soon"].format(**values)
    subject = SUBJECT.get(kind, "Your {kind} was due back on {due}").format(**values)
    return {"subject": subject, "body": BODY.format(what=what, **values), "text": TEXT.format(what=what, **values)}


def due(today) -> list[tuple[Loan, str]]:
    """The loans of which somebody is to be reminded today, and how."""
    found = Loan.objects.filter(ended_at=None, due_on__lte=today + datetime.timedelta(days=rules.SOON)).order_by("pk")
    said = set(Nudge.objects.filter(loan__in=found).values_list("loan", "kind", "due_on"))
    named = [(loan, rules.nudge(loan.due_on, today)) for loan in found]
    return [(loan, kind) for loan, kind in named if kind and (loan.pk, kind, loan.due_on) not in said]
