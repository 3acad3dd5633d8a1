"""Residents and partners sign in by a code sent to their e-mail address: /sign-in/, then /sign-in/code/."""

from allauth.account import views as allauth
from allauth.account.adapter import get_adapter
from allauth.account.internal.stagekit import clear_login
from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

from borough.foundations.limits.actions import hit
from borough.foundations.limits.pages import too_many

from ..sign_in import forms
from ..sign_in.adapter import oidc
from ..sign_in.code import SignInCode

HOUR = 3600


def codes_left(email) -> bool:
    """Whether the address may be sent another code. Few enough a day that guessing them is hopeless."""
    by_hour = hit(scope="sign-in-code", who=email, most=6, seconds=HOUR)
    return by_hour and hit(scope="sign-in-code-day", who=email, most=20, seconds=24 * HOUR)


class StartsOver:
    """Coming back to this page begins again, instead of going on with a code asked for earlier."""

    def _redirect_to_pending_stage(self, request, stage):
        clear_login(request)


class AskForCode(StartsOver, allauth.RequestLoginCodeView):
    form_class = forms.AskForCode

    def form_valid(self, form):
        email = form.cleaned_data["email"]
        if not codes_left(email):
            return too_many(self.request, seconds=HOUR)
        SignInCode.initiate(request=self.request, email=email)
        return HttpResponseRedirect(self.get_success_url())


class GiveCode(allauth.ConfirmLoginCodeView):
    form_class = forms.Code

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        start = reverse("account_request_login_code")
        # Too old, or wrong too often: the page to ask for another says so.
        return redirect(f"{start}?code=old") if getattr(response, "url", "") == start else response

    def get(self, request, *args, **kwargs):
        self._process = SignInCode(self.stage)
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        self._process = SignInCode(self.stage)
        if self._action == "resend" and not codes_left(self._process.state["email"]):
            return too_many(request, seconds=HOUR)
        return super().post(request, *args, **kwargs)


class OfficerSignIn(StartsOver, allauth.LoginView):
    """Password first; allauth then asks for the second factor where one is set up."""

    form_class = forms.OfficerSignIn

    def get_authenticated_redirect_url(self):
        """Somebody signed in comes here when a page is not theirs to open: sent back, they would go round for ever."""
        return get_adapter().get_login_redirect_url(self.request)

    def post(self, request, *args, **kwargs):
        email = request.POST.get("login", "").strip().lower()
        if not hit(scope="password", who=email[:254], most=10, seconds=HOUR // 4):
            return too_many(request, seconds=HOUR // 4)
        return super().post(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"oidc": oidc()}


class ForgottenPassword(allauth.PasswordResetView):
    form_class = forms.ForgottenPassword

    def form_valid(self, form):
        if not hit(scope="password-code", who=form.cleaned_data["email"], most=6, seconds=HOUR):
            return too_many(self.request, seconds=HOUR)
        return super().form_valid(form)


class PasswordCode(allauth.ConfirmPasswordResetCodeView):
    form_class = forms.Code

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        if getattr(response, "url", "") == reverse("account_login"):
            return redirect(f"{reverse('account_reset_password')}?code=old")
        return response


class NewPassword(allauth.CompletePasswordResetView):
    form_class = forms.NewPassword
