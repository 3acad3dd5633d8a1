"""Who sees and changes what of the alliance. The directory itself is anybody's."""

from django.db.models import Q
from django.urls import reverse

from .models import Champion, Partner

TEAMS = ("digital-inclusion",)
WORK = ("alliance", "referrals", "learning", "inclusion", "helpline")


def runs_it(user) -> bool:
    """Whether they are of the team that runs the alliance. One query, kept for the request."""
    if not getattr(user, "is_authenticated", False) or not user.is_active or user.kind != "officer":
        return False
    if not hasattr(user, "_runs_alliance"):
        user._runs_alliance = user.memberships.filter(team__slug__in=TEAMS).exists()
    return user._runs_alliance


def partner_of(user) -> Partner | None:
    """The partner for whom somebody signs in."""
    if getattr(user, "kind", "") != "partner" or not user.is_active or not user.organisation_id:
        return None
    return (
        Partner.objects.filter(organisation=user.organisation_id, left_on=None).select_related("organisation").first()
    )


def partners(user):
    """The partners whose work `user` may see: their own; all for the team that runs the alliance."""
    return _of(user, Partner.objects.select_related("organisation"), "pk")


def champions(user):
    return _of(user, Champion.objects.select_related("partner__organisation"), "partner")


def officers_link(user) -> list[dict]:
    return [{"text": "Alliance", "href": reverse("alliance:work"), "here": WORK}]


def _of(user, rows, by):
    if runs_it(user):
        return rows
    own = partner_of(user)
    return rows.filter(Q(**{by: own.pk})) if own else rows.none()
