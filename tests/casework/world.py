"""A small borough to work in: two teams, their officers, and submissions on demand."""

import json

from django.utils import timezone

from borough.casework.connections import submitted
from borough.forms import publishing, queries, references
from borough.forms.definition import load
from borough.forms.models import Submission
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.people.models import Directorate, Membership, Person, Team, User

from . import sample


def publish(data=None, slug=sample.SLUG):
    """The service, live, as a compiled form."""
    loaded = load.load_text(json.dumps(data or sample.service()), slug=slug)
    assert not loaded.faults, loaded.faults
    publishing.publish(loaded=loaded, by=SYSTEM)
    queries.forget()
    return queries.live(slug)


def team(slug="business-support"):
    directorate, _ = Directorate.objects.get_or_create(slug="place", defaults={"name": "Place"})
    found, _ = Team.objects.get_or_create(
        slug=slug, defaults={"name": slug.replace("-", " ").capitalize(), "directorate": directorate}
    )
    return found


def officer(name, role="officer", of="business-support"):
    user, _ = User.objects.get_or_create(email=f"{name.lower()}@council.example", defaults={"name": name})
    Membership.objects.create(user=user, team=team(of), role=role)
    user.__dict__.pop("_kind", None)
    return user


def person(**details):
    return Person.objects.create(
        **{
            "name": "Sam Example", "email": "sam@example.org", "phone": "07700 900123",
            "address": "14 Example Street\nExampleton", "postcode": "SK1 3XE",
        } | details
    )  # fmt: skip


def submission(form, who=None, **answers):
    """What somebody sent. It has no case yet."""
    who = who or person()
    return Submission.objects.create(
        slug=form.slug,
        version_id=form.version,
        reference=references.make(form.service.reference),
        answers={"full_name": who.name, "email": who.email, "phone": who.phone, "kind": "shop"} | answers,
        person=who,
        email=who.email,
        started_at=timezone.now(),
        submitted_at=timezone.now(),
    )


def case(form, who=None, **answers):
    return submitted(submission(form, who, **answers), form)


def sign_in(client, user):
    """As an officer who has shown a second factor."""
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    session["second_factor"] = {"user": user.pk, "how": "totp"}
    session.save()
    return client
