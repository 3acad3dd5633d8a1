"""Which second factors somebody has set up."""

from allauth.mfa.models import Authenticator

from borough.foundations import resealing, vault

SEALED = ("secret", "seed")


def enrolled(user) -> bool:
    """Whether the user can show a second factor here. Recovery codes alone do not count: they only stand in."""
    return Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES).exists()


def reseal(authenticator) -> list[str]:
    """Seal an authenticator's secrets with the newest key, when keys are rotated."""
    before = authenticator.data
    authenticator.data = {
        name: vault.reseal(value) if name in SEALED and not vault.is_newest(value) else value
        for name, value in before.items()
    }
    return ["data"] if authenticator.data != before else []


resealing.register("second factors", rows=Authenticator.objects.all, reseal=reseal)
