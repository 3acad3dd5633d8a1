"""Reading who works where, who is here, and who people are."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q

from .models import Absence, Membership, Organisation, Person, Team, User


def teams_of(user):
    """The teams the user works in."""
    return Team.objects.filter(memberships__user=user)


def organisation_named(name: str) -> Organisation | None:
    """The organisation of that name, capitals aside."""
    return Organisation.objects.filter(name__iexact=name).order_by("pk").first()


def role_in(user, team) -> str | None:
    """officer, approver, payer or manager; None for somebody who is not of the team."""
    return Membership.objects.filter(user=user, team=team).values_list("role", flat=True).first()


def is_manager(user, team=None) -> bool:
    """Whether the user manages the team, or any team when none is named."""
    managing = Membership.objects.filter(user=user, role=Membership.Role.MANAGER)
    return (managing.filter(team=team) if team else managing).exists()


def managed_by(user):
    """The teams whose people the user may change: an administrator's are all of them."""
    if user.is_superuser:
        return Team.objects.all()
    return Team.objects.filter(memberships__user=user, memberships__role=Membership.Role.MANAGER)


def officers(team=None):
    """Everybody who works here now, of one team or of any, by name."""
    here = User.objects.filter(is_active=True, memberships__isnull=False)
    return (here.filter(memberships__team=team) if team else here).distinct().order_by("name", "email")


def colleagues(user):
    """The others in the user's teams: who may cover for them or take their work."""
    return officers().filter(memberships__team__in=teams_of(user)).exclude(pk=user.pk)


def away(day):
    """Absences of that day."""
    return Absence.objects.filter(first_day__lte=day, back_on__gt=day)


def officers_available(team, day):
    """The team's officers who are not away on that day."""
    return officers(team).filter(~Exists(away(day).filter(user=OuterRef("pk"))))


def cover_for(user, day):
    """Who takes the user's new work on that day: the user if here, else whoever covers, however long the chain.

    None when nobody in it is here.
    """
    seen = set()
    while user is not None and user.pk not in seen:
        seen.add(user.pk)
        absence = away(day).filter(user=user).select_related("cover").first()
        if absence is None:
            return user if user.is_active else None
        user = absence.cover
    return None


def administrators():
    return User.objects.filter(is_superuser=True, is_active=True)


def members(team):
    """The team's memberships with their users, by name."""
    return team.memberships.filter(user__is_active=True).select_related("user").order_by("user__name", "user__email")


def person_of(user) -> Person | None:
    """The person this account belongs to, if it is known yet."""
    return Person.objects.filter(user=user, erased_at=None).first()


def account(email: str):
    """The user with this e-mail address, whatever its case, or None."""
    return User.objects.filter(email__iexact=email).first()


def people_matching(text: str) -> list[Person]:
    """The person with this id, or everybody with this e-mail address (several may share one), eldest record first."""
    if not text.strip():
        return []  # else it would be everybody who has no e-mail address
    try:
        match = Q(pk=UUID(text))
    except ValueError:
        match = Q(email__iexact=text.strip()) | Q(user__email__iexact=text.strip())
    return list(Person.objects.filter(match, erased_at=None).select_related("user").order_by("created_at"))


def members_and_absences(team, today):
    """The team's memberships, each with its user and `user.coming_absences`: today's and later ones."""
    coming = Absence.objects.filter(back_on__gt=today).select_related("cover").order_by("first_day")
    return members(team).prefetch_related(Prefetch("user__absences", queryset=coming, to_attr="coming_absences"))
