"""No officer reaches anything private without a second factor."""

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from . import second_factor
from .enrolment import enrolled

OFFICERS = ("/work/", "/preview/", "/admin/", "/editor/")  # nobody but officers has business here
PRIVATE = (*OFFICERS, "/documents/", "/you/", "/your-applications/")  # residents too, of their own
OTHER_SIGN_INS = ("/admin/login/", "/editor/login/", "/editor/password_reset/")


class SecondFactor:
    """Under the addresses of `PRIVATE`, sends an officer who has shown no second factor to show one or set one up.

    Everything else is public, and costs nothing here: no session is read, no query made. A page there that does more
    for an officer asks `second_factor.officer(request)`.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path_info.startswith(PRIVATE):
            response = self.stop(request)
            if response:
                return response
        return self.get_response(request)

    def stop(self, request):
        """Where to send this request instead, or None if it may go on. Raises PermissionDenied."""
        user, path = request.user, request.path_info
        if not user.is_authenticated:
            after = (
                request.get_full_path() if not path.startswith(OTHER_SIGN_INS) else request.GET.get("next", "/work/")
            )
            return redirect_to_login(after, reverse("account_login")) if path.startswith(OFFICERS) else None
        if user.kind == "officer" and not second_factor.shown(request):
            page = "mfa_reauthenticate" if enrolled(user) else "mfa_activate_totp"
            return redirect_to_login(request.get_full_path(), reverse(page))
        if path.startswith(OTHER_SIGN_INS):
            raise PermissionDenied  # signed in, but not as somebody who may open the page they came from
        return None
