"""How allauth meets this borough: who is let in how, where they go, and what its e-mails and secrets look like."""

from time import time

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.urls import reverse

from borough.foundations import vault
from borough.foundations.authority.details import details
from borough.foundations.limits import address


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "The e-mail address and the password do not match an officer’s account.",
        "incorrect_code": "Enter the code as we sent it. This one is not right.",
        "incorrect_password": "Enter your password. This one is not right.",
    }

    def is_open_for_signup(self, request):
        return False  # a resident's account is made by their first code, an officer's by a manager

    def get_login_redirect_url(self, request):
        return "/work/" if request.user.kind == "officer" else super().get_login_redirect_url(request)

    def get_client_ip(self, request):
        return address(request)

    def add_message(self, *args, **kwargs):
        pass  # our pages say what happened themselves

    def send_mail(self, template_prefix, email, context):
        origin = self.request.build_absolute_uri("/").rstrip("/")
        links = {
            "sign_in": origin + reverse("account_request_login_code"),
            "officers": origin + reverse("account_login"),
        }
        super().send_mail(template_prefix, email, {"authority": details(), "links": links, **context})

    def reauthenticate(self, user, password):
        return user.check_password(password)

    def is_reauthentication_required(self, *, app, **kwargs):
        """Not by somebody who signed in a moment ago: they would type the same password twice."""
        records = get_authentication_records(self.request, self.request.user)
        return not records or time() - records[-1]["at"] > app_settings.REAUTHENTICATION_TIMEOUT


class MFAAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "Enter the code your app shows now. This one is not right.",
    }

    def get_totp_issuer(self):
        return details().name

    def encrypt(self, text):
        return vault.seal(text)

    def decrypt(self, encrypted_text):
        return vault.unseal(encrypted_text)

    def can_delete_authenticator(self, authenticator):
        return authenticator.user.kind != "officer"  # an officer changes theirs through an administrator


def oidc() -> dict | None:
    """The one identity provider officers may use, {"id", "name"}, or None when none is set up."""
    apps = settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", [])
    return {"id": apps[0]["provider_id"], "name": apps[0]["name"]} if apps else None
