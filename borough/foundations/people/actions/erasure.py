"""Answering a subject access request, and erasing a person where the law says so."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils import timezone

from borough.foundations.audit import actions as audit
from borough.foundations.audit import queries as events
from borough.foundations.keeping import queries as keeping

from ..models import Person
from ..registry import holders
from .refused import Refused
from .sessions import end_sessions

BLANKED = ("name", "email", "phone", "address", "postcode", "language")


@transaction.atomic
def export(*, person, by, reason="") -> dict:
    """Everything held of a person, as plain data: their details, account, what each room holds, and who looked."""
    audit.record(action="person.exported", record=person, by=by, reason=reason)
    shown = ("name", "email", "phone", "address", "postcode", "uprn", "channel", "format", "language", "created_at")
    return {
        "person": {"id": str(person.pk)} | {field: getattr(person, field) for field in shown},
        "account": _account(person.user),
        "held": {holder.name: holder.export(person) for holder in holders},
        "history": [
            {"at": event.at, "who": event.actor_name, "did": event.action, "reason": event.reason}
            for event in events.of(person)
        ],
    }


@transaction.atomic
def erase(*, person, reason, by, dry_run=False) -> dict[str, dict]:
    """Erase a person: their details are blanked, every room erases what it holds, their account goes.

    The row stays, empty, so that counts and the audit trail still hold. Returns counts by room. With `dry_run`,
    changes nothing. Raises Refused: no reason, erased already, an officer, or held for a legal claim.
    """
    if not reason.strip():
        raise Refused("Give the reason, such as the request’s reference.")
    person = Person.objects.select_for_update(of=("self",)).select_related("user").get(pk=person.pk)
    if person.erased_at:
        raise Refused("This person has already been erased.")
    user = person.user
    if user and user.kind == "officer":
        raise Refused("This person’s account is an officer’s. They must leave first.")
    if held := keeping.held(name for holder in holders for name in holder.names(person)):
        raise Refused(f"Held for a legal claim or an inquiry: {', '.join(held)}. Lift that first.")
    counts = {holder.name: holder.erase(person, dry_run=dry_run) for holder in holders}
    counts["people"] = {"person": 1, "account": int(user is not None)}
    if dry_run:
        return counts
    if user:
        _erase_account(user, person)
    for field in BLANKED:
        setattr(person, field, "")
    person.uprn, person.user, person.erased_at = None, None, timezone.now()
    person.channel, person.format = Person.Channel.EMAIL, Person.Format.STANDARD
    person.save()
    audit.record(action="person.erased", record=person, by=by, reason=reason, data=counts)
    return counts


def _account(user):
    if user is None:
        return None
    factors = Authenticator.objects.filter(user=user).values_list("type", flat=True)
    return {
        "email": user.email,
        "name": user.name,
        "joined_at": user.joined_at,
        "last_login": user.last_login,
        "second_factors": list(factors),
        "history": [{"at": event.at, "did": event.action} for event in events.of(user)],
    }


def _erase_account(user, person):
    EmailAddress.objects.filter(user=user).delete()
    Authenticator.objects.filter(user=user).delete()
    user.email, user.name, user.is_active = f"{person.pk}@erased.invalid", "", False
    user.save(update_fields=["email", "name", "is_active"])
    end_sessions(user)
