"""The secrets of second factors are sealed, and sealed anew when keys change."""

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP

from borough.foundations import resealing
from borough.foundations.audit.actors import SYSTEM

from .test_officer_sign_in import SECRET, totp


def test_a_new_key(colleague, settings):
    TOTP.activate(colleague, SECRET)
    codes = RecoveryCodes.activate(colleague).generate_codes()
    before = list(Authenticator.objects.order_by("pk").values_list("data", flat=True))
    assert SECRET not in str(before)
    settings.KEYS = ["a-new-key-a-new-key-a-new-key-a-new", *settings.KEYS]
    seen = {name: changed for name, _, changed in resealing.rotate(by=SYSTEM)}
    assert seen["second factors"] == 2
    settings.KEYS = settings.KEYS[:1]
    app, recovery = Authenticator.objects.order_by("pk")
    assert app.data != before[0]
    assert app.wrap().validate_code(totp())
    assert recovery.wrap().generate_codes() == codes
    assert sum(changed for name, _, changed in resealing.rotate(by=SYSTEM) if name == "second factors") == 0
