"""How long the database takes over the public directory of support, at 5,000 services."""

from django.conf import settings
from django.test import Client

from borough.communities.alliance import needs
from borough.communities.alliance.models import Hours, Partner, Place, Site, Support
from borough.demonstration import load, queries
from borough.foundations.people.models import Organisation
from borough.foundations.scratch import scratch_database

from . import clock
from .copies import copy, moved

API = "/api/open-referral/"
UUID = {"uuid": "md5(o.uuid::text || k)::uuid"}
NEAR = "o.{0} + (random() - 0.5)::numeric(4, 3) / 20"  # within a mile or so of the one it is a copy of
FRESH = {
    Organisation: moved("id") | {"slug": "o.slug || '-' || k", "name": "o.name || ' ' || k"},
    Partner: moved("id", "organisation_id") | UUID,
    Site: moved("id", "partner_id") | UUID | {name: NEAR.format(name) for name in ("latitude", "longitude")},
    Support: moved("id", "partner_id") | UUID,
    Place: moved("id", "support_id", "site_id") | UUID,
    Hours: moved("id", "place_id"),
}


def measure(say, *, services: int, times: int) -> dict:
    """{services, places, pages}: what the page and the standard's addresses ask of the database."""
    settings.DEBUG = False
    with scratch_database(say):
        load.load(say=lambda line: None)
        copy(FRESH, 1, -(-services // Support.objects.count()) - 1)
        postcodes = [f"postcode={code.replace(' ', '+')}" for code in queries.postcodes()]
        addresses = {
            "by postcode": [f"/support/?{code}" for code in postcodes],
            "by postcode and need": [f"/support/?{code}&need=device" for code in postcodes],
            "all of it": ["/support/"],
            "API, by postcode": [f"{API}service_at_locations?{code}&proximity=3000" for code in postcodes],
            "API, by need": [f"{API}services?taxonomy_term_id={needs.ALL[0].uuid}"],
        }
        client = Client()
        return {
            "services": Support.objects.count(), "places": Place.objects.count(),
            "pages": {name: clock.page(client, wanted, times=times) for name, wanted in addresses.items()},
        }  # fmt: skip
