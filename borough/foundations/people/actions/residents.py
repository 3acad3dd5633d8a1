"""The person behind an account, and their details."""

from django.db import transaction

from borough.foundations.audit import actions as audit

from ..models import Person, User

DETAILS = ("name", "phone", "address", "postcode", "channel", "format", "language")


@transaction.atomic
def person_for(*, user, by) -> Person:
    """The person this account belongs to: found, linked or made.

    One person who gave the account's e-mail address before, and only one, is taken to be them; where several share
    the address, nobody is guessed and a new person is made.
    """
    User.objects.select_for_update().get(pk=user.pk)  # two first sign-ins at once make one person
    person = Person.objects.filter(user=user).first()
    if person:
        return person
    before = list(Person.objects.filter(email__iexact=user.email, user=None, erased_at=None)[:2])
    if len(before) == 1:
        person = before[0]
        person.user = user
        person.save(update_fields=["user"])
        audit.record(action="person.linked", record=person, by=by)
        return person
    person = Person.objects.create(user=user, email=user.email, name=user.name)
    audit.record(action="person.created", record=person, by=by)
    return person


@transaction.atomic
def update(*, person, by, **details) -> Person:
    """Change a person's details: any of name, phone, address, postcode, channel, format, language.

    The audit event names the fields, not what they say. Raises TypeError for any other field.
    """
    unknown = details.keys() - set(DETAILS)
    if unknown:
        raise TypeError(f"not a person's detail: {', '.join(sorted(unknown))}")
    person = Person.objects.select_for_update().get(pk=person.pk)
    changed = [field for field, value in details.items() if getattr(person, field) != value]
    if changed:
        for field in changed:
            setattr(person, field, details[field])
        person.save(update_fields=changed)
        audit.record(action="person.changed", record=person, by=by, data={"fields": sorted(changed)})
    return person
