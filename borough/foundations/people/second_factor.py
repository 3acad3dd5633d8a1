"""Whether an officer has shown, in this session, something they have besides the password they know."""

from django.conf import settings

KEY = "second_factor"


def mark(request, how: str, *, user=None) -> None:
    """Note in the session that the user showed a second factor. `how`: totp, recovery_codes, oidc or demonstration."""
    request.session[KEY] = {"user": (user or request.user).pk, "how": how}


def shown(request) -> bool:
    """Whether the signed-in user showed one. Reads the session only: no query of its own."""
    marked = request.session.get(KEY)
    if not isinstance(marked, dict) or marked.get("user") != request.user.pk:
        return False
    return marked.get("how") != "demonstration" or settings.DEMONSTRATION


def officer(request):
    """The officer who is signed in and has shown a second factor, or None. At most one query beyond loading them."""
    user = request.user
    return user if user.is_authenticated and shown(request) and user.kind == "officer" else None
