"""What happens when somebody signs in or their means of doing so change."""

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.signals import password_reset
from allauth.mfa.signals import authenticator_added, authenticator_reset
from django.contrib.auth.signals import user_logged_in
from django.db import transaction
from django.dispatch import receiver

from borough.foundations.audit import actions as audit

from . import actions


@receiver(user_logged_in)
def remember_sign_in(sender, request, user, **kwargs):
    """Every sign-in is audited; a resident's first one links them to the person they are."""
    records = get_authentication_records(request, user) if request else []
    with transaction.atomic():
        actions.signed_in(user=user, how=records[-1]["method"] if records else "other")
        if user.kind == "resident":
            actions.person_for(user=user, by=user)


@receiver(password_reset)
def remember_password(sender, request, user, **kwargs):
    with transaction.atomic():
        audit.record(action="user.password_changed", record=user, by=user)


@receiver([authenticator_added, authenticator_reset])
def remember_second_factor(sender, request, user, authenticator, **kwargs):
    with transaction.atomic():
        audit.record(action="user.second_factor_set_up", record=user, by=user, data={"type": authenticator.type})
