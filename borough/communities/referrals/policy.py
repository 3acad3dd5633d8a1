"""Who sees which referral: the partners it joins, and who made it. The team that runs the alliance sees numbers."""

from django.db.models import Q

from borough.communities.alliance.policy import partner_of, runs_it

from .models import Referral


def visible_to(user):
    rows = Referral.objects.select_related("receiver__organisation", "sender__organisation", "person", "support")
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return rows.none()
    if partner := partner_of(user):
        return rows.filter(Q(receiver=partner) | Q(sender=partner))
    if user.kind == "officer":
        return rows.filter(made_by=user)
    return rows.none()


def takes_calls(user) -> bool:
    """The helpline is the team's."""
    return runs_it(user)
