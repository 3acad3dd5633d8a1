"""What is held of a person here, and for how long: referrals and calls forget who it was, and stay as numbers."""

import datetime
from collections.abc import Iterator

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from borough.forms.retention import lengths
from borough.forms.retention.kinds import Due, Kind
from borough.foundations.audit import actions as audit
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.keeping import queries as keeping
from borough.foundations.messages import actions as messages

from .models import Call, Referral

ENDED = ("closed", "rerouted", "rejected", "withdrawn")


def export(person) -> list[dict]:
    referrals = [
        {
            "referral": one.pk, "to": str(one.receiver), "needs": one.needs, "note": one.note, "consent": one.consent,
            "made": one.made_at.isoformat(), "state": one.get_state_display(), "reason": one.reason,
            "outcome": one.get_outcome_display(), "outcome_note": one.outcome_note,
        }
        for one in person.referrals.select_related("receiver__organisation").order_by("made_at")
    ]  # fmt: skip
    calls = [
        {"call": one.at.isoformat(), "needs": one.needs, "outcome": one.get_outcome_display(), "note": one.note}
        for one in person.calls.order_by("at")
    ]
    return referrals + calls


def erase(person, dry_run: bool) -> dict:
    referrals, calls = person.referrals.all(), person.calls.all()
    if dry_run:
        return {"referrals": referrals.count(), "calls": calls.count()}
    return {"referrals": forget(referrals), "calls": _forget_calls(calls)}


def forget(referrals) -> int:
    for referral in referrals:
        messages.forget(about=referral.about, by=SYSTEM)
    return referrals.update(person=None, note="", outcome_note="", erased_at=timezone.now())


def _forget_calls(calls) -> int:
    return calls.update(person=None, note="", erased_at=timezone.now())


def due(now: datetime.datetime) -> Iterator[Due]:
    after = settings.REFERRALS_KEPT
    before = lengths.before(after, now)
    ended = Referral.objects.filter(erased_at=None, state__in=ENDED, answered_at__lt=before).order_by("pk")
    abouts = {one.about: one for one in ended}
    if abouts:
        kept = keeping.why_kept(abouts)
        going = [one for about, one in abouts.items() if about not in kept]
        yield Due("referrals", KIND.name, after, len(going), going, kept)


@transaction.atomic
def let_go(records, *, by) -> int:
    for referral in records:
        audit.record(action="referral.erased", record=referral, by=by, reason="Kept for as long as we say")
    return forget(Referral.objects.filter(pk__in=[one.pk for one in records]))


def due_calls(now: datetime.datetime) -> Iterator[Due]:
    after = settings.REFERRALS_KEPT
    calls = list(Call.objects.filter(erased_at=None, at__lt=lengths.before(after, now)).order_by("pk"))
    if calls:
        yield Due("referrals", CALLS.name, after, len(calls), calls)


@transaction.atomic
def let_calls_go(records, *, by) -> int:
    for call in records:
        audit.record(action="call.erased", record=call, by=by, reason="Kept for as long as we say")
    return _forget_calls(Call.objects.filter(pk__in=[one.pk for one in records]))


KIND = Kind("referrals", "referrals that have ended", due, let_go)
CALLS = Kind("calls", "calls to the helpline", due_calls, let_calls_go)
