"""Changing what the alliance says of itself. Each is one transaction with its audit event."""

import datetime

from django.db import transaction
from django.utils import timezone

from borough.communities.refusals import Refused
from borough.foundations.audit import actions as audit
from borough.foundations.gazetteer import nearby, postcodes
from borough.foundations.people.models import Organisation

from .models import Champion, Hours, Partner, Place, Site, Support


@transaction.atomic
def join(*, organisation: Organisation, kind: str, about: str, by, joined_on=None, **contact) -> Partner:
    """A new partner. `contact` is email, phone and website."""
    partner = Partner(organisation=organisation, kind=kind, about=about.strip(), **contact)
    partner.joined_on = joined_on or timezone.localdate()
    partner.save()
    audit.record(action="partner.joined", record=partner, by=by, data={"kind": kind})
    return partner


@transaction.atomic
def describe(*, partner: Partner, by, **fields) -> Partner:
    return _save(partner, "partner.described", by, fields)


@transaction.atomic
def add_site(
    *, partner: Partner, name: str, line_1: str, town: str, postcode: str, accessibility: str = "", by
) -> Site:
    """A place of a partner; its ward and where it lies come from the postcode. Raises Refused."""
    tidy = postcodes.tidy(postcode)
    if tidy is None:
        raise Refused("Enter a whole postcode, like SK1 3XE", "postcode")
    if partner.sites.filter(name__iexact=name.strip()).exists():
        raise Refused("You have a place of that name. Choose another name", "name")
    here = nearby.of_postcode(tidy)
    site = Site(partner=partner, name=name.strip(), line_1=line_1.strip(), town=town.strip(), postcode=tidy)
    site.accessibility, site.ward = accessibility.strip(), here and here.ward
    if here:
        site.latitude, site.longitude = here.latitude, here.longitude
    site.save()
    audit.record(action="site.added", record=site, by=by)
    return site


@transaction.atomic
def offer(*, partner: Partner, by, sites=(), support: Support | None = None, **fields) -> Support:
    """A new way in which a partner helps, or other words for one that it has."""
    support = support or Support(partner=partner)
    if not fields.get("needs", support.needs):
        raise Refused("Choose what people get help with", "needs")
    _save(support, "support.described", by, fields)
    support.places.exclude(site__in=sites).delete()
    for site in sites:
        Place.objects.get_or_create(support=support, site=site)
    return support


@transaction.atomic
def open_on(*, place: Place, day: int, opens: datetime.time, closes: datetime.time, by) -> Hours:
    """When it is open on one day of the week. Raises Refused: it closes before it opens, or overlaps."""
    if closes <= opens:
        raise Refused("It must close after it opens", "closes")
    list(place.hours.select_for_update())
    if place.hours.filter(day=day, opens__lt=closes, closes__gt=opens).exists():
        raise Refused("It is open then already", "opens")
    hours = Hours.objects.create(place=place, day=day, opens=opens, closes=closes)
    _touch(place.support)
    audit.record(action="support.open", record=place.support, by=by, data={"day": day})
    return hours


@transaction.atomic
def close_on(*, hours: Hours, by) -> None:
    support = hours.place.support
    audit.record(action="support.not_open", record=support, by=by, data={"day": hours.day})
    hours.delete()
    _touch(support)


@transaction.atomic
def assure(*, support: Support, by) -> Support:
    """Somebody looked, and all that the directory says of it is so today."""
    return _save(support, "support.assured", by, {"assured_on": timezone.localdate(), "assured_by": by})


@transaction.atomic
def add_champion(*, partner: Partner, name: str, by, wards=(), **fields) -> Champion:
    champion = Champion(partner=partner, name=name.strip(), joined_on=timezone.localdate())
    _save(champion, "champion.joined", by, fields)
    champion.wards.set(wards)
    return champion


@transaction.atomic
def change_champion(*, champion: Champion, by, wards=None, **fields) -> Champion:
    """Their training, check, availability or last day. Raises Refused: a day still to come."""
    for name in ("trained_on", "checked_on"):
        if fields.get(name) and fields[name] > timezone.localdate():
            raise Refused("Enter today or a day before", name)
    if fields.get("left_on") and fields["left_on"] < champion.joined_on:
        raise Refused("They cannot leave before they joined", "left_on")
    _save(champion, "champion.changed", by, fields)
    if wards is not None:
        champion.wards.set(wards)
    return champion


def _save(record, action, by, fields):
    for name, value in fields.items():
        setattr(record, name, value.strip() if isinstance(value, str) else value)
    record.save()
    audit.record(action=action, record=record, by=by, data={"fields": sorted(fields)})
    return record


def _touch(support: Support) -> None:
    support.save(update_fields=["modified_at"])
