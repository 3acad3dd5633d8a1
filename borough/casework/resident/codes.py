"""Sending a code that opens one case, and taking it back."""

import datetime

from django.db import IntegrityError, transaction

from borough.foundations.audit import actions as audit
from borough.foundations.authority.details import details
from borough.foundations.authority.site import site
from borough.foundations.codes import actions as codes
from borough.foundations.messages import actions as messages
from borough.foundations.messages.harmless import harmless

from .. import definitions
from ..actions.telling import letter_address
from ..models import Case

PURPOSE = "access-code"
THERE = {"erased_at": None, "person__erased_at": None}
FOR = {"text": "15 minutes", "email": "15 minutes", "letter": "14 days"}
LASTS = {
    "text": datetime.timedelta(minutes=15),
    "email": datetime.timedelta(minutes=15),
    "letter": datetime.timedelta(days=14),
}
AGAIN = ("letter",)  # goes on working until it expires: a letter for each visit would take days


def send_code(*, reference: str, channel: str, by) -> Case | None:
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
    case = Case.objects.filter(reference=reference, **THERE).first()
    found = codes.redeem(purpose=PURPOSE, subject=str(case.pk), digits=code, again=AGAIN) if case else None
    if found is None:
        return None
    audit.record(action="case.opened_by_code", record=case, by=by, data={"channel": found.channel})
    return case


@transaction.atomic
def _send(case, channel, to, by) -> Case:
    code = codes.make(purpose=PURPOSE, subject=str(case.pk), channel=channel, lasts=LASTS[channel])
    messages.send(
        channel=channel, to=to, subject=f"Your code for {case.reference}", body=_words(case, channel, code),
        by=by, sensitive=True, format=case.person.format,
    )  # fmt: skip
    audit.record(action="case.code_sent", record=case, by=by, data={"channel": channel})
    return case


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
