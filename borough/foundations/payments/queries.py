"""Orders and files, for those who release payments."""

from django.db.models import Count, Sum

from borough.foundations.people.models import Membership, Team

from .models import PaymentFile, PaymentOrder

RELEASES = [Membership.Role.PAYER, Membership.Role.MANAGER]


def teams_of(user):
    """The teams whose payments this officer releases."""
    return Team.objects.filter(memberships__user=user, memberships__role__in=RELEASES)


def waiting(user):
    return PaymentOrder.objects.filter(file__isnull=True, team__in=teams_of(user)).select_related("team").order_by("pk")


def visible_to(user):
    """Files with orders of this officer's teams, newest first, each with its `count` and `pence`."""
    mine = PaymentFile.objects.filter(orders__team__in=teams_of(user)).distinct()
    return (
        PaymentFile.objects.filter(pk__in=mine)
        .annotate(count=Count("orders"), pence=Sum("orders__pence"))
        .order_by("-pk")
    )
