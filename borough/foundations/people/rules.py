"""Who may change who works where."""

from .models import Membership, User


def may_manage(by, team) -> bool:
    """Whether `by` may change who works in the team: its managers, administrators, and the system itself."""
    if not isinstance(by, User):
        return by.actor.kind == "system"
    if not by.is_active:
        return False
    return by.is_superuser or by.memberships.filter(team=team, role=Membership.Role.MANAGER).exists()


def may_let_go(by, user) -> bool:
    """Whether `by` may close the officer's account: a manager of one of their teams, or another administrator."""
    if by == user:
        return False
    if user.is_superuser or not user.memberships.exists():
        return by.actor.kind == "system" or (isinstance(by, User) and by.is_active and by.is_superuser)
    return any(may_manage(by, team) for team in user.teams.all())


def may_record_absence(by, user) -> bool:
    """Whether `by` may say when the user is away: themselves, a manager of any of their teams, an administrator."""
    if not isinstance(by, User):
        return by.actor.kind == "system"
    if by == user or by.is_superuser:
        return by.is_active
    return any(may_manage(by, team) for team in user.teams.all())
