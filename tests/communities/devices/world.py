"""A small library to work in: Borrow a device as it is, two people at the counter, and devices on demand."""

import datetime
from itertools import count

from django.conf import settings
from django.contrib.auth.models import Group
from django.utils import timezone

from borough.casework import actions as casework
from borough.casework.connections import submitted
from borough.communities.devices import actions, policy, telling
from borough.communities.devices.models import Device, Loan, Offer, Request
from borough.forms import publishing, queries, references
from borough.forms.definition import load
from borough.forms.models import Submission
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.people.models import Person
from tests import people

SLUG = "borrow-a-device"
numbers = count(1)
GOOD = Loan.Condition.GOOD


def publish():
    loaded = load.load(settings.SERVICES / SLUG / "service.yaml")
    assert not loaded.faults, loaded.faults
    publishing.publish(loaded=loaded, by=SYSTEM)
    queries.forget()
    return queries.live(SLUG)


def staff(**fields):
    """Somebody who works at the counter, of the team whose cases these are."""
    user = people.officer("digital-inclusion", **fields)
    user.groups.add(Group.objects.get_or_create(name=policy.STAFF)[0])
    return user


def device(by, kind="laptop", **details) -> Device:
    """A new device, which waits to be wiped."""
    number = next(numbers)
    fields = {"tag": f"BD-{number:05}", "kind": kind, "serial": f"S{number:06}", "parts": ["Charger", "Case"],
              "encrypted": True, "site": "Central Library"} | details  # fmt: skip
    return actions.add(by=by, **fields)


def ready(one, two, **details) -> Device:
    """A device that may be lent: one person wiped it, the other looked."""
    found = device(one, **details)
    return clear(found, one, two)


def clear(found, one, two) -> Device:
    actions.wipe(device=found, method="erase", evidence="Certificate 1", sim_out=True, card_out=True,
                 signed_out=True, by=one)  # fmt: skip
    actions.check(device=found, passed=True, by=two)
    found.refresh_from_db()
    return found


def person(**details) -> Person:
    number = next(numbers)
    return Person.objects.create(
        **{"name": f"Borrower {number}", "email": f"borrower{number}@example.org", "postcode": "SK1 3XE",
           "address": f"{number} Example Street\nExampleton"} | details
    )  # fmt: skip


def asked(form, who=None, kind="laptop", partner=None, **answers):
    """The case of somebody who asked for a device."""
    who, now = who or person(), timezone.now()
    submission = Submission.objects.create(
        slug=SLUG, version_id=form.version, reference=references.make(form.service.reference), person=who,
        answers={"for_whom": "me", "kind": kind, "data": "no", "what_for": ["study"], "collect": "library",
                 "library": "central", "teach": "no", "full_name": who.name} | answers,
        channel="partner" if partner else "online", partner=partner, started_at=now, submitted_at=now,
    )  # fmt: skip
    return submitted(submission, form)


def approved(form, by, who=None, **answers):
    """Their place in the queue, matched and told."""
    case = asked(form, who, **answers)
    casework.move(case=case, move="approve", by=by)
    telling.settle()
    return Request.objects.get(case=case)


def offer(request) -> Offer | None:
    return request.offers.filter(ended_at=None).first()


def lend(found: Offer, by, **more) -> Loan:
    fields = {"due_on": timezone.localdate() + datetime.timedelta(days=84), "signed_name": "Their Name",
              "condition": GOOD, "parts": found.device.parts} | more  # fmt: skip
    return actions.lend(offer=found, by=by, **fields)


def back(found: Device, by, **more) -> Loan:
    fields = {"condition": GOOD, "parts": found.parts, "signed_name": "Their Name", "wipe_agreed": True} | more
    return actions.take_back(device=found, by=by, **fields)
