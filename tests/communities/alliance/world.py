"""A small alliance: partners, their sites and how they help, on demand."""

import datetime
from itertools import count

from django.utils import timezone

from borough.communities.alliance import actions
from borough.communities.alliance.models import Partner, Support
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.gazetteer.models import Address, Ward
from borough.foundations.people.models import Organisation
from tests import people

numbers = count(1)


def postcode(code="SK1 3XE", latitude="53.408000", longitude="-2.157000", ward="Edgeley") -> None:
    """Some addresses with a place, so that the postcode has a middle and a ward."""
    found, _new = Ward.objects.get_or_create(name=ward, defaults={"slug": ward.lower().replace(" ", "-")})
    for _ in range(2):
        Address.objects.create(
            uprn=100_000_000_000 + next(numbers), line_1="1 Example Street", town="Stockport", postcode=code,
            ward=found, latitude=latitude, longitude=longitude,
        )  # fmt: skip


def partner(name="Good Neighbours", kind=Partner.Kind.NETWORK, **more) -> Partner:
    slug = name.lower().replace(" ", "-")
    organisation, _new = Organisation.objects.get_or_create(slug=slug, defaults={"name": name})
    fields = {"about": f"{name} helps.", "email": "hello@example.org", "phone": "0161 496 0199"} | more
    return actions.join(organisation=organisation, kind=kind, by=SYSTEM, **fields)


def site(owner, code="SK1 3XE", name=None, **more):
    fields = {"name": name or f"Hall {next(numbers)}", "line_1": "1 Example Street", "town": "Stockport"} | more
    return actions.add_site(partner=owner, postcode=code, by=SYSTEM, **fields)


def support(owner, *sites, **more) -> Support:
    fields = {"name": f"Tea and tablets {next(numbers)}", "description": "Come and ask.", "needs": ["start", "safety"],
              "languages": ["en"], "how": "Drop in", "cost": "Free", "status": "active"} | more  # fmt: skip
    made = actions.offer(partner=owner, sites=sites, by=SYSTEM, **fields)
    for place in made.places.all():
        actions.open_on(place=place, day=1, opens=datetime.time(10), closes=datetime.time(12), by=SYSTEM)
    return made


def partners_user(owner: Partner, **fields):
    return people.partner(owner.organisation.slug, **fields)


def team(**fields):
    return people.officer("digital-inclusion", **fields)


def champion(owner, **fields):
    today = timezone.localdate()
    return actions.add_champion(
        partner=owner, by=SYSTEM,
        **{"name": f"Champion {next(numbers)}", "trained_on": today, "checked_on": today, "languages": ["en"]} | fields,
    )  # fmt: skip
