"""Every write to a referral and the helpline's log: one transaction, its audit event, and the person told."""

import datetime

from django.db import transaction
from django.utils import timezone

from borough.communities.alliance.models import Partner, Support
from borough.communities.alliance.needs import BY_SLUG
from borough.communities.refusals import Refused
from borough.foundations.audit import actions as audit
from borough.foundations.people.models import Person

from . import rules, telling
from .models import Call, Referral


@transaction.atomic
def refer(*, person: Person, receiver: Partner, needs: list[str], consent: str, source: str, note: str = "",
          sender: Partner | None = None, support: Support | None = None, previous=None, by) -> Referral:  # fmt: skip
    """Send a person to a partner. `consent` is the words they agreed to.

    Raises Refused: no need, no consent, a partner who left or sends to itself, sent there already and still open.
    """
    needs = [need for need in dict.fromkeys(needs) if need in BY_SLUG]
    if not needs:
        raise Refused("Choose what they need help with", "needs")
    if not consent.strip():
        raise Refused("They must agree before we tell somebody else", "agree")
    if receiver.left_on:
        raise Refused(f"{receiver} is not in the alliance any more. Choose somebody else", "receiver")
    if sender and sender == receiver:
        raise Refused("You would send them to yourself. Choose somebody else", "receiver")
    Person.objects.select_for_update().get(pk=person.pk)  # so that one sent twice at once goes once
    if person.referrals.filter(receiver=receiver, state__in=[rules.OPEN, rules.ACCEPTED]).exists():
        raise Refused(f"{receiver} has their request already, and it is still open", "receiver")
    referral = Referral.objects.create(
        person=person, receiver=receiver, needs=needs, note=note.strip()[:1_000], source=source, sender=sender,
        support=support, made_by=by if by.actor.kind in ("officer", "partner") else None, previous=previous,
        consent=consent.strip(), consent_at=timezone.now(), made_at=timezone.now(),
    )  # fmt: skip
    audit.record(action="referral.made", record=referral, by=by, data={"source": source, "needs": needs})
    telling.tell(referral)
    return referral


@transaction.atomic
def step(*, referral: Referral, name: str, by, reason: str = "", outcome: str = "", note: str = "",
         receiver: Partner | None = None) -> Referral:  # fmt: skip
    """Take one step of `rules.STEPS`. Raises Refused: not now, no reason, no outcome. Returns the one that goes on."""
    held = Referral.objects.select_for_update(of=("self",)).select_related("receiver", "person").get(pk=referral.pk)
    to = rules.after(held.state, name)
    if to is None:
        raise Refused(f"It is “{held.get_state_display().lower()}” now, so that cannot be done. Look at it again")
    if name in ("reject", "reroute", "withdraw") and not reason.strip():
        raise Refused("Say why", "reason")
    if name in ("give_outcome", "close"):
        held.outcome = outcome or held.outcome
        if held.outcome not in Referral.Outcome.values:
            raise Refused("Say how it went before you close it", "outcome")
        held.outcome_note = note.strip()[:1_000] or held.outcome_note
    held.state, held.reason = to, reason.strip()[:300] or held.reason
    held.answered_at = held.answered_at or timezone.now()
    if to in (rules.CLOSED, rules.REROUTED):
        held.ended_at = timezone.now()
    held.save()
    audit.record(action=f"referral.{to}", record=held, by=by, reason=held.reason if reason else "",
                 data={"outcome": held.outcome})  # fmt: skip
    telling.tell(held)
    if name == "reroute":
        if receiver is None or receiver == held.receiver:
            raise Refused("Choose who should help instead", "receiver")
        return refer(person=held.person, receiver=receiver, needs=held.needs, consent=held.consent, note=held.note,
                     source=Referral.Source.PARTNER, sender=held.receiver, previous=held, by=by)  # fmt: skip
    return held


@transaction.atomic
def log_call(*, outcome: str, needs=(), note: str = "", person: Person | None = None,
             ring_back_on: datetime.date | None = None, answers: Call | None = None, by) -> Call:  # fmt: skip
    """Write down a call. `answers` is the call on which this one rings back.

    Raises Refused: no outcome, or a call back without its day or on one that is past.
    """
    if outcome not in Call.Outcome.values:
        raise Refused("Choose what came of it", "outcome")
    if outcome == Call.Outcome.RING_BACK and (ring_back_on is None or ring_back_on < timezone.localdate()):
        raise Refused("Enter the day on which we ring back, today or later", "ring_back_on")
    call = Call.objects.create(
        person=person, at=timezone.now(), by=by, needs=[need for need in needs if need in BY_SLUG], outcome=outcome,
        note=note.strip()[:1_000], ring_back_on=ring_back_on if outcome == Call.Outcome.RING_BACK else None,
    )  # fmt: skip
    if answers:
        Call.objects.filter(pk=answers.pk, rung_back_at=None).update(rung_back_at=timezone.now())
    audit.record(action="call.logged", record=call, by=by, data={"outcome": outcome})
    return call
