"""Who may do what in the device library."""

from django.urls import reverse

from borough.foundations.people.models import Organisation

from .models import Device, Loan, Request

STAFF = "Device library"  # a group: they work at the counter, whatever team they are in
WORK = ("devices",)


def works_here(user) -> bool:
    """Whether they work at the counter. One query, kept for the request."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return False
    if not hasattr(user, "_works_devices"):
        user._works_devices = user.kind == "officer" and user.groups.filter(name=STAFF).exists()
    return user._works_devices


def organisation(user) -> Organisation | None:
    """The partner somebody works for."""
    return user.organisation if getattr(user, "kind", "") == "partner" else None


def devices(user):
    """The devices `user` may see: staff all, a partner those of their allotment."""
    return _seen(user, Device.objects.all(), "held_for")


def loans(user):
    """The loans `user` may see: staff all, a partner those of people they referred."""
    return _seen(user, Loan.objects.all(), "referrer")


def requests(user):
    return _seen(user, Request.objects.all(), "referrer")


def officers_link(user) -> list[dict]:
    """At the top of officers' pages: everybody's, so that no page asks who works here."""
    return [{"text": "Devices", "href": reverse("devices:counter"), "here": WORK}]


def _seen(user, rows, by):
    if works_here(user):
        return rows
    partner = organisation(user) if getattr(user, "is_authenticated", False) and user.is_active else None
    return rows.filter(**{by: partner}) if partner else rows.none()
