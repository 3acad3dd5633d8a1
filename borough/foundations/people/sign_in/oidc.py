"""Officers who sign in with the council's own accounts (OpenID Connect), when a council has set that up."""

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.db import transaction
from django.shortcuts import render

from borough.foundations.audit import actions as audit

from .. import queries, second_factor


class SocialAdapter(DefaultSocialAccountAdapter):
    """Lets in officers who are already set up here, known by their e-mail address the first time; nobody else."""

    def is_open_for_signup(self, request, sociallogin):
        return False

    def pre_social_login(self, request, sociallogin):
        claims = said(sociallogin)
        user = sociallogin.user if sociallogin.is_existing else None
        if user is None and claims.get("email") and claims.get("email_verified", True):
            user = queries.account(claims["email"])
        if user is None or not user.is_active or user.kind != "officer":
            raise ImmediateHttpResponse(render(request, "account/signup_closed.html", status=403))
        if not sociallogin.is_existing:
            with transaction.atomic():
                sociallogin.connect(request, user)
                audit.record(action="user.connected", record=user, by=user, data={"to": sociallogin.account.provider})
        if settings.OIDC_SECOND_FACTOR or "mfa" in claims.get("amr", []):
            second_factor.mark(request, "oidc", user=user)


def said(sociallogin) -> dict:
    """What the provider said of them: its token's claims, and the user information over them."""
    data = sociallogin.account.extra_data
    return {**data, **data.get("id_token", {}), **data.get("userinfo", {})}
