"""Finding the person whom somebody helps, or writing them down for the first time."""

from django.db import transaction

from borough.foundations.audit import actions as audit
from borough.foundations.gazetteer import postcodes
from borough.foundations.people.models import Person

from .refusals import Refused


def found(*, name: str, email: str = "", phone: str = "") -> Person | None:
    """The one person with that e-mail address, or that telephone number and name. None where that is nobody or many."""
    known = Person.objects.filter(erased_at=None)
    if email:
        rows = list(known.filter(email__iexact=email.strip())[:2])
        if len(rows) == 1 and rows[0].name.casefold() == name.strip().casefold():
            return rows[0]
    digits = _digits(phone)
    if digits and name.strip():
        named = [one for one in known.filter(name__iexact=name.strip())[:50] if _digits(one.phone) == digits]
        return named[0] if len(named) == 1 else None
    return None


@transaction.atomic
def found_or_made(*, name: str, email: str = "", phone: str = "", postcode: str = "", channel: str = "", by) -> Person:
    """Raises Refused: no name, no way to reach them, a postcode that is none."""
    if not name.strip():
        raise Refused("Enter their name", "name")
    tidy = postcodes.tidy(postcode) if postcode.strip() else ""
    if tidy is None:
        raise Refused("Enter a whole postcode, like SK1 3XE, or leave it empty", "postcode")
    if person := found(name=name, email=email, phone=phone):
        return person
    if not email.strip() and not phone.strip():
        raise Refused("Enter an e-mail address or a telephone number, so that somebody can reach them", "phone")
    channel = channel or ("email" if email.strip() else "text")
    person = Person.objects.create(
        name=name.strip()[:200], email=email.strip(), phone=phone.strip()[:40], postcode=tidy or "", channel=channel
    )
    audit.record(action="person.written", record=person, by=by)
    return person


def _digits(phone: str) -> str:
    """The last ten digits, so that 0161 and +44 161 are the same."""
    return "".join(filter(str.isdigit, phone))[-10:]
