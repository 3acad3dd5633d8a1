"""An officer's second factor: setting it up, showing it, and the codes that stand in for it."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.totp import views as totp
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse

from borough.foundations.limits.actions import hit
from borough.foundations.limits.pages import too_many

from .. import second_factor
from ..sign_in import forms

HOUR = 3600


def guessing(user) -> bool:
    """Whether somebody has tried too many codes or passwords for this user lately."""
    return not hit(scope="second-factor", who=str(user.pk), most=12, seconds=HOUR)


class Show(mfa.AuthenticateView):
    """The step after the password."""

    form_class = forms.ShowSecondFactor
    webauthn_form = None

    def _build_forms(self):
        data = self.request.POST if self.request.method == "POST" else None
        self.auth_form = self.form_class(user=self.stage.login.user, data=data)
        return self.auth_form

    def post(self, request, *args, **kwargs):
        if guessing(self.stage.login.user):
            return too_many(request, seconds=HOUR)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        second_factor.mark(self.request, form.authenticator.type, user=self.stage.login.user)
        return super().form_valid(form)


class ShowAgain(mfa.ReauthenticateView):
    """For somebody signed in whose session has shown none, and before anything delicate."""

    form_class = forms.ShowSecondFactorAgain

    def post(self, request, *args, **kwargs):
        if guessing(request.user):
            return too_many(request, seconds=HOUR)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        second_factor.mark(self.request, form.authenticator.type)
        return super().form_valid(form)


class PasswordAgain(account.ReauthenticateView):
    form_class = forms.PasswordAgain

    def post(self, request, *args, **kwargs):
        if guessing(request.user):
            return too_many(request, seconds=HOUR)
        return super().post(request, *args, **kwargs)


class SetUp(totp.ActivateTOTPView):
    """An app on the officer's telephone. Giving its first code shows the factor, so they can go on at once."""

    form_class = forms.SetUpSecondFactor

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return redirect(f"{reverse('account_login')}?next={reverse('mfa_activate_totp')}")
        if request.user.kind != "officer":
            raise PermissionDenied("Only officers need a second factor.")
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        secret = context["form"].secret
        return context | {"secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))}

    def form_valid(self, form):
        response = super().form_valid(form)
        second_factor.mark(self.request, "totp")
        return response
