"""Who may see which case. The one door: every page and every act goes through it.

Officers see the cases of their own teams. A restricted case (own staff, councillors) is seen by the team's managers and
its assignee. An administrator sees no case by being one: looking after the system is no reason to read what
residents told us.
"""

from django.db.models import Q

from borough.foundations.people.models import Membership, User

from .models import Case


def visible_to(user):
    """The cases `user` may see and work."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return Case.objects.none()
    mine = Membership.objects.filter(user=user).values("team")
    managed = Membership.objects.filter(user=user, role=Membership.Role.MANAGER).values("team")
    return Case.objects.defer("search").filter(
        Q(restricted=False) | Q(assignee=user) | Q(team__in=managed), team__in=mine
    )


def may_work(by, case) -> bool:
    """Whether `by` may do something to the case. Residents, partners and the system come through their own pages."""
    if isinstance(by, User) and by.kind == "officer":
        return visible_to(by).filter(pk=case.pk).exists()
    return by.actor.kind != "officer"
