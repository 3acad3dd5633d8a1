"""Joiners, movers, leavers and absence."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from borough.foundations.audit import actions as audit
from borough.foundations.messages import actions as messages

from .. import registry, rules
from ..models import Absence, Membership, User
from .accounts import account_for
from .refused import Refused
from .sessions import end_sessions

WELCOME = """Hello,

You can now work in {team}.

The first time you sign in, choose a password. You need this e-mail address and a telephone with an authenticator app.

Begin at the officers’ sign-in page: choose “Set or change your password”."""


@transaction.atomic
def join(*, user, team, role, by) -> Membership:
    """The user starts work in the team. A former officer comes back; a resident's account becomes an officer's.

    Raises PermissionDenied, or Refused when they already work there.
    """
    _may_manage(by, team, user)
    user = User.objects.select_for_update().get(pk=user.pk)
    if Membership.objects.filter(user=user, team=team).exists():
        raise Refused(f"{user} already works in {team}.")
    if user.kind != "officer" and not user.has_usable_password():
        end_sessions(user)  # what they signed in with, an e-mailed code, is not enough for an officer
    user.is_active, user.left_on, user.handed_to = True, None, None
    user.save(update_fields=["is_active", "left_on", "handed_to"])
    membership = Membership.objects.create(user=user, team=team, role=role)
    audit.record(action="user.joined", record=user, by=by, data={"team": team.slug, "role": role})
    if isinstance(by, User) and not user.has_usable_password():
        body = WELCOME.format(team=team)
        messages.send(channel="email", to=user.email, subject=f"You can now work in {team}", body=body, by=by)
    return membership


@transaction.atomic
def invite(*, email, name, team, role, by) -> Membership:
    """Somebody known by their e-mail address starts work in the team; their account is made if there is none.

    Raises what `join` raises.
    """
    user = account_for(email=email, name=name, by=by)
    if not user.name:
        user.name = name
        user.save(update_fields=["name"])
    return join(user=user, team=team, role=role, by=by)


@transaction.atomic
def change_role(*, user, team, role, by) -> Membership:
    """Give a member of the team another role. Raises PermissionDenied; nobody changes their own."""
    _may_manage(by, team, user)
    membership = Membership.objects.select_for_update().get(user=user, team=team)
    before, membership.role = membership.role, role
    membership.save(update_fields=["role"])
    audit.record(action="user.role_changed", record=user, by=by, data={"team": team.slug, "from": before, "to": role})
    return membership


@transaction.atomic
def move(*, user, team, to, role, by, hand_to=None) -> Membership:
    """The user leaves one team for another, where they have `role`. Their work stays behind with `hand_to`, or nobody.

    Needs the manager of the team they leave. Raises PermissionDenied or Refused.
    """
    _may_manage(by, team, user)
    _may_take(hand_to, user)
    membership = Membership.objects.select_for_update().filter(user=user, team=team).first()
    if membership is None:
        raise Refused(f"{user} does not work in {team}.")
    if Membership.objects.filter(user=user, team=to).exists():
        raise Refused(f"{user} already works in {to}.")
    registry.movers.tell(user=user, team=team, to=hand_to, by=by)
    membership.team, membership.role = to, role
    membership.save(update_fields=["team", "role"])
    data = {"from": team.slug, "to": to.slug, "role": role, "hand_to": hand_to and hand_to.pk}
    audit.record(action="user.moved", record=user, by=by, data=data)
    return membership


@transaction.atomic
def leave(*, user, on, by, to=None) -> User:
    """The user no longer works here from the day `on`, and `to` takes their work (nobody: it waits for the team).

    Today or earlier, it happens now; later, on that day (see `let_go`). Raises PermissionDenied or Refused.
    """
    if user.kind != "officer":
        raise Refused(f"{user} does not work here.")
    if not rules.may_let_go(by, user):
        raise PermissionDenied("Only a manager of their team can do this; for an administrator, another one.")
    _may_take(to, user)
    user = User.objects.select_for_update().get(pk=user.pk)
    user.left_on, user.handed_to = on, to
    user.save(update_fields=["left_on", "handed_to"])
    audit.record(action="user.leaving", record=user, by=by, data={"on": str(on), "to": to and to.pk})
    if on <= timezone.localdate():
        let_go(user=user, by=by)
    return user


@transaction.atomic
def let_go(*, user, by) -> None:
    """The day has come: hand over the work, end the memberships and every session, close the account."""
    to = user.handed_to if user.handed_to and user.handed_to.is_active else None
    registry.leavers.tell(user=user, to=to, by=by)
    roles = dict(user.memberships.values_list("team__slug", "role"))
    user.memberships.all().delete()
    covering = Absence.objects.filter(cover=user, back_on__gt=timezone.localdate())
    covering.exclude(user=to).update(cover=to)
    covering.update(cover=None)  # what is left is the absence of whoever takes over
    user.is_active = user.is_staff = user.is_superuser = False
    user.save(update_fields=["is_active", "is_staff", "is_superuser"])
    end_sessions(user)
    audit.record(action="user.left", record=user, by=by, data={"roles": roles, "to": to and to.pk})


@transaction.atomic
def absence(*, user, first_day, back_on, by, cover=None) -> Absence:
    """The user is away from `first_day` until the day before `back_on`; `cover` takes their new work.

    Raises PermissionDenied, or Refused: wrong order, covering for oneself, away on those days already.
    """
    if not rules.may_record_absence(by, user):
        raise PermissionDenied("Only they or a manager of their team can do this.")
    if back_on <= first_day:
        raise Refused("The day they are back must be after their first day away.")
    _may_take(cover, user)
    try:
        with transaction.atomic():
            away = Absence.objects.create(user=user, first_day=first_day, back_on=back_on, cover=cover)
    except IntegrityError:
        raise Refused(f"{user} is already away on some of those days.") from None
    data = {"first_day": str(first_day), "back_on": str(back_on), "cover": cover and cover.pk}
    audit.record(action="user.absence_recorded", record=user, by=by, data=data)
    return away


@transaction.atomic
def back(*, absence, by) -> None:
    """Take back an absence: they are here after all. Raises PermissionDenied."""
    if not rules.may_record_absence(by, absence.user):
        raise PermissionDenied("Only they or a manager of their team can do this.")
    data = {"first_day": str(absence.first_day), "back_on": str(absence.back_on)}
    audit.record(action="user.absence_removed", record=absence.user, by=by, data=data)
    absence.delete()


def _may_manage(by, team, user):
    if by == user:
        raise PermissionDenied("Nobody changes their own role. Ask another manager.")
    if not rules.may_manage(by, team):
        raise PermissionDenied("Only a manager of the team can do this.")


def _may_take(to, user):
    if to is None:
        return
    if to == user:
        raise Refused("Choose somebody else to take their work.")
    if not to.is_active or to.kind != "officer":
        raise Refused(f"{to} does not work here.")
