"""Our directory in the words of HSDS 3.0 and its UK profile. Unknown things are left out: the schemas allow no null."""

from uuid import uuid5

from borough.foundations.authority.details import details
from borough.foundations.authority.site import site

from .. import needs
from ..languages import NAMES
from ..models import Hours, Partner, Place, Site, Support

DAYS = dict(zip(Hours.Day.values, Hours.Day.names, strict=True))


def organization(partner: Partner) -> dict:
    return _known(
        {
            "id": str(partner.uuid), "name": partner.name, "description": partner.about, "email": partner.email,
            "website": partner.website,
        }
    )  # fmt: skip


def organization_whole(partner: Partner, services: list[dict]) -> dict:
    phones = [{"id": _id(partner, "phone"), "number": partner.phone}] if partner.phone else []
    return organization(partner) | {"phones": phones, "services": services}


def service_brief(support: Support) -> dict:
    return {"id": str(support.uuid), "last_modified": support.modified_at.isoformat()}


def service_alone(support: Support) -> dict:
    """A service with nothing in it."""
    return _known(
        {
            "id": str(support.uuid), "organization_id": str(support.partner.uuid), "name": support.name,
            "description": support.description, "url": site() + support.get_absolute_url(),
            "email": support.partner.email, "status": support.status, "application_process": support.how,
            "fees_description": support.cost, "fees": support.cost, "minimum_age": support.minimum_age,
            "assured_date": support.assured_on and support.assured_on.isoformat(),
            "last_modified": support.modified_at.isoformat(),
        }
    )  # fmt: skip


def service(support: Support) -> dict:
    """As lists show it: with its organization."""
    return service_alone(support) | {"organization": organization(support.partner)}


def service_whole(support: Support) -> dict:
    phone = support.partner.phone
    return service(support) | {
        "phones": [{"id": _id(support, "phone"), "number": phone}] if phone else [],
        "contacts": [],
        "service_areas": [{"id": _id(support, "area"), "name": details().name}],
        "languages": _languages(support),
        "cost_options": [{"id": _id(support, "cost"), "service_id": str(support.uuid), "option": support.cost}],
        "schedules": [row for place in support.places.all() for row in _schedules(place)],
        "attributes": attributes(support),
        "service_at_locations": [place_in(place) for place in support.places.all()],
    }


def place_in(place: Place) -> dict:
    return {
        "id": str(place.uuid), "service_id": str(place.support.uuid), "location_id": str(place.site.uuid),
        "schedules": _schedules(place), "location": location_whole(place.site),
    }  # fmt: skip


def place_brief(place: Place) -> dict:
    return {
        "id": str(place.uuid), "service_id": str(place.support.uuid), "location_id": str(place.site.uuid),
        "service": service(place.support), "location": location(place.site), **_away(place),
    }  # fmt: skip


def place_whole(place: Place) -> dict:
    """With a name and a status beside its own: the standard's OpenAPI asks a service's schema of this path."""
    return place_in(place) | {
        "name": place.support.name, "status": place.support.status, "description": place.support.description,
        "service": service_whole(place.support), **_away(place),
    }  # fmt: skip


def location(site: Site) -> dict:
    return _known(
        {
            "id": str(site.uuid), "location_type": "physical", "name": site.name,
            "latitude": site.latitude and float(site.latitude), "longitude": site.longitude and float(site.longitude),
        }
    )  # fmt: skip


def location_whole(site: Site) -> dict:
    access = {"id": _id(site, "access"), "location_id": str(site.uuid), "description": site.accessibility}
    address = {
        "id": _id(site, "address"), "location_id": str(site.uuid), "address_1": site.line_1, "city": site.town,
        "state_province": site.town, "postal_code": site.postcode, "country": "GB", "address_type": "physical",
    }  # fmt: skip
    return location(site) | {"addresses": [address], "accessibility": [access] if site.accessibility else []}


def taxonomy() -> dict:
    return {
        "id": str(needs.TAXONOMY_ID), "name": "Digital help", "uri": needs.TAXONOMY, "version": "1",
        "description": "What people need help with to be online.",
    }  # fmt: skip


def term(need: needs.Need) -> dict:
    return {
        "id": str(need.uuid), "code": need.slug, "name": need.name, "description": need.about,
        "taxonomy": "Digital help", "taxonomy_id": str(needs.TAXONOMY_ID), "language": "en",
        "taxonomy_detail": taxonomy(),
    }  # fmt: skip


def attributes(support: Support) -> list[dict]:
    return [
        {
            "id": _id(support, f"need:{slug}"), "link_id": str(support.uuid), "link_type": "service",
            "link_entity": "service", "taxonomy_term_id": str(need.uuid), "taxonomy_term": term(need),
        }
        for slug in support.needs
        if (need := needs.BY_SLUG.get(slug))
    ]  # fmt: skip


def _languages(support: Support) -> list[dict]:
    return [
        {"id": _id(support, f"language:{code}"), "service_id": str(support.uuid), "code": code,
         "name": NAMES.get(code, code)}
        for code in support.languages
    ]  # fmt: skip


def _schedules(place: Place) -> list[dict]:
    return [
        {
            "id": _id(place, f"hours:{hours.pk}"), "service_id": str(place.support.uuid),
            "service_at_location_id": str(place.uuid), "freq": "WEEKLY", "interval": 1, "byday": DAYS[hours.day],
            "opens_at": f"{hours.opens:%H:%M}", "closes_at": f"{hours.closes:%H:%M}",
        }
        for hours in place.hours.all()
    ]  # fmt: skip


def _away(place: Place) -> dict:
    metres = getattr(place, "metres", None)
    return {} if metres is None else {"distance_metres": round(metres)}


def _id(record, part: str) -> str:
    """An identifier for what is a row there and a word here: the same each time."""
    return str(uuid5(record.uuid, part))


def _known(data: dict) -> dict:
    return {key: value for key, value in data.items() if value not in (None, "")}
