"""Accounts: making one, changing its address, starting its second factor over."""

from allauth.mfa.models import Authenticator
from django.db import IntegrityError, transaction

from borough.foundations.audit import actions as audit
from borough.foundations.messages import actions as messages

from .. import queries
from ..models import Person, User
from .refused import Refused
from .sessions import end_sessions

CHANGED = """Your e-mail address with us has changed. We will no longer write to this address.

If you did not ask for this, tell us at once."""


@transaction.atomic
def account_for(*, email, by, name="") -> User:
    """The account with this e-mail address, made if there is none. Two at once make one."""
    user = queries.account(email)
    if user is None:
        try:
            with transaction.atomic():
                user = User.objects.create_user(email, name=name)
        except IntegrityError:  # somebody made it a moment ago
            return User.objects.get(email__iexact=email)
        audit.record(action="user.created", record=user, by=by)
    return user


@transaction.atomic
def change_email(*, user, email, by, reason="") -> User:
    """Give the account another address, which its owner has proven or an officer vouches for. The person is kept.

    Tells the old address. Raises Refused when another account has the address.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    old, email = user.email, email.strip().lower()
    if email == old:
        return user
    user.email = email
    try:
        with transaction.atomic():
            user.save(update_fields=["email"])
    except IntegrityError:
        raise Refused("Another account has this e-mail address. Use a different one.") from None
    Person.objects.filter(user=user).update(email=email)
    audit.record(action="user.email_changed", record=user, by=by, reason=reason)
    messages.send(channel="email", to=old, subject="Your e-mail address has changed", body=CHANGED, by=by)
    return user


@transaction.atomic
def replace_email(*, person, email, reason, by) -> Person:
    """An officer's remedy for a lost e-mail address: the person and their account keep everything else.

    Ends the account's sessions, since somebody else may have the old mailbox. Raises Refused without a reason, for an
    officer's own account, or when another account has the address.
    """
    if not reason.strip():
        raise Refused("Say how you know it is this person.")
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.user and person.user.kind == "officer":
        raise Refused("This is an officer’s account. An administrator changes it.")
    if person.user:
        change_email(user=person.user, email=email, by=by, reason=reason)
        end_sessions(User.objects.get(pk=person.user_id))
    person.email = email.strip().lower()
    person.save(update_fields=["email"])
    audit.record(action="person.email_replaced", record=person, by=by, reason=reason)
    return person


@transaction.atomic
def forget_second_factor(*, user, reason, by) -> int:
    """Take away the officer's second factors, lost with a telephone, so that they set one up anew. Returns how many.

    Signs them out everywhere and takes their password: they prove the mailbox, then the new factor. Nobody does this
    for themselves. Raises Refused.
    """
    if by == user:
        raise Refused("Ask another administrator to do this for you.")
    if not reason.strip():
        raise Refused("Say how you know it is this officer.")
    count, _ = Authenticator.objects.filter(user=user).delete()
    end_sessions(user)
    audit.record(action="user.second_factor_forgotten", record=user, by=by, reason=reason, data={"count": count})
    return count


@transaction.atomic
def signed_in(*, user, how) -> None:
    """Note that somebody signed in. `how`: password, code, oidc, demonstration."""
    audit.record(action="user.signed_in", record=user, by=user, data={"how": how})
