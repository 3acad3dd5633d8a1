"""Who sees which session and whose skills: the team all; a partner its own sessions and the people of them."""

from borough.communities.alliance.policy import partner_of, runs_it
from borough.foundations.people.models import Person

from .models import Check, Session


def sessions(user):
    rows = Session.objects.select_related("partner__organisation", "site", "champion")
    if runs_it(user):
        return rows
    partner = partner_of(user)
    return rows.filter(partner=partner) if partner else rows.none()


def people(user):
    """Whose skills they may see and write down: who booked one of their sessions, or was checked by them."""
    rows = Person.objects.filter(erased_at=None)
    if runs_it(user):
        return rows
    partner = partner_of(user)
    if partner is None:
        return rows.none()
    booked = Session.objects.filter(partner=partner, bookings__person__isnull=False).values("bookings__person")
    checked = Check.objects.filter(partner=partner).values("person")
    return rows.filter(pk__in=booked) | rows.filter(pk__in=checked)
