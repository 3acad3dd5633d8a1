"""Signing in, one's account, and the team. allauth's own names are kept where it looks for them."""

from allauth.account import views as allauth
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from django.conf import settings
from django.urls import include, path
from django.views.generic import RedirectView, TemplateView

from borough.foundations.limits.decorators import limited

from .views import council, second_factor, sign_in, team, you

often = limited("sign-in", most=120, seconds=600)  # by address; a whole office may share one


sign_in_urls = [
    path("", often(sign_in.AskForCode.as_view()), name="account_request_login_code"),
    path("code/", often(sign_in.GiveCode.as_view()), name="account_confirm_login_code"),
    path("closed/", allauth.account_inactive, name="account_inactive"),
    path("officer/", often(sign_in.OfficerSignIn.as_view()), name="account_login"),
    path("officer/again/", often(second_factor.PasswordAgain.as_view()), name="account_reauthenticate"),
    path("officer/password/", often(sign_in.ForgottenPassword.as_view()), name="account_reset_password"),
    path("officer/password/code/", often(sign_in.PasswordCode.as_view()), name="account_confirm_password_reset_code"),
    path("officer/password/new/", often(sign_in.NewPassword.as_view()), name="account_complete_password_reset"),
    path(
        "officer/password/done/",
        TemplateView.as_view(template_name="account/password_reset_from_key_done.html"),
        name="account_password_reset_completed",
    ),
    path("second-factor/", often(second_factor.Show.as_view()), name="mfa_authenticate"),
    path("second-factor/again/", often(second_factor.ShowAgain.as_view()), name="mfa_reauthenticate"),
    path("second-factor/set-up/", often(second_factor.SetUp.as_view()), name="mfa_activate_totp"),
]

you_urls = [
    path("", you.account, name="you"),
    path("details/", you.details, name="you_details"),
    path("email/", you.email, name="you_email"),
    path("email/code/", you.email_code, name="you_email_code"),
    path("second-factor/", mfa.index, name="mfa_index"),
    path("second-factor/off/", RedirectView.as_view(pattern_name="mfa_index"), name="mfa_deactivate_totp"),
    path("second-factor/codes/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("second-factor/codes/new/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
]

team_urls = [
    path("", team.teams, name="team"),
    path("<slug:slug>/join/", team.join, name="team_join"),
    path("<slug:slug>/<int:pk>/role/", team.role, name="team_role"),
    path("<slug:slug>/<int:pk>/move/", team.move, name="team_move"),
    path("<slug:slug>/<int:pk>/leave/", team.leave, name="team_leave"),
    path("<slug:slug>/<int:pk>/absence/", team.absence, name="team_absence"),
    path("absence/<int:pk>/remove/", team.back, name="team_back"),
]

back_to_sign_in = RedirectView.as_view(pattern_name="account_login")
oidc_urls = [
    path("sign-in/officer/oidc/<slug:provider_id>/login/", council.login, name="openid_connect_login"),
    path("sign-in/officer/oidc/<slug:provider_id>/login/callback/", council.callback, name="openid_connect_callback"),
    path("sign-in/officer/cancelled/", back_to_sign_in, name="socialaccount_login_cancelled"),
    path("sign-in/officer/error/", back_to_sign_in, name="socialaccount_login_error"),
    path("sign-in/officer/signup/", back_to_sign_in, name="socialaccount_signup"),
    path("sign-in/officer/connections/", back_to_sign_in, name="socialaccount_connections"),
]

urlpatterns = [
    path("sign-in/", include(sign_in_urls)),
    path("sign-out/", allauth.logout, name="account_logout"),
    path("you/", include(you_urls)),
    path("work/team/", include(team_urls)),
]
if settings.SOCIALACCOUNT_PROVIDERS:
    urlpatterns += oidc_urls
