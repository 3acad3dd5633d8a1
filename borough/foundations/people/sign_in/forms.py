"""What is typed to sign in. Each form's errors say what to do."""

from allauth.account import forms as allauth
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.core.exceptions import ValidationError

from borough.foundations.limits.actions import hit

from .. import queries

EMAIL = {
    "required": "Enter your e-mail address",
    "invalid": "Enter an e-mail address in the correct format, like name@example.org",
}
CODE = {"required": "Enter the code"}


class Email(forms.EmailField):
    def __init__(self, **kwargs):
        super().__init__(max_length=254, error_messages=EMAIL | {"max_length": EMAIL["invalid"]}, **kwargs)

    def clean(self, value):
        return super().clean(value).lower()


class AskForCode(forms.Form):
    email = Email()


class OfficerSignIn(allauth.LoginForm):
    """E-mail address and password; only an officer's account is let in this way."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"] = Email()
        self.fields["password"].error_messages["required"] = "Enter your password"

    def clean(self):
        cleaned = super().clean()
        if getattr(self, "user", None) and self.user.kind != "officer":
            raise ValidationError("The e-mail address and the password do not match an officer’s account.")
        return cleaned


class ForgottenPassword(allauth.ResetPasswordForm):
    """Officers only: nobody else has a password."""

    email = Email()

    def clean_email(self):
        user = queries.account(self.cleaned_data["email"])
        self.users = [user] if user and user.is_active and user.kind == "officer" else []
        return self.cleaned_data["email"]


class NewPassword(allauth.ResetPasswordKeyForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password1"].error_messages["required"] = "Enter a password"
        self.fields["password2"].error_messages["required"] = "Enter the password again"


class Code(allauth.ConfirmLoginCodeForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].error_messages |= CODE


class OnceOnly:
    """A code from an app is good once: allauth remembers that for one process only, this for all of them."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].error_messages |= CODE

    def clean_code(self):
        code = super().clean_code()
        who = f"{self.user.pk}:{''.join(filter(str.isdigit, code))}"
        if not hit(scope="second-factor-code", who=who, most=1, seconds=90):
            raise ValidationError("You have used this code. Wait for your app to show the next one.")
        return code


class ShowSecondFactor(OnceOnly, AuthenticateForm):
    pass


class ShowSecondFactorAgain(OnceOnly, ReauthenticateForm):
    pass


class SetUpSecondFactor(ActivateTOTPForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].error_messages |= CODE


class PasswordAgain(allauth.ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].error_messages["required"] = "Enter your password"
