"""Whether a form that was sent came from our own page, which may have been open for too long."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.utils.module_loading import import_string
from django.utils.translation import gettext_noop as N_

WORDS = N_(
    "This page was open too long, so we did not save it. What you typed is still here: press Continue. "
    "If this happens again, allow cookies from this website"
)


@dataclass
class Refusal:
    """`elsewhere`: another website's page sent it, so nothing of it is shown. `page` says so."""

    elsewhere: bool
    page: HttpResponse


class _Look(CsrfViewMiddleware):
    """Django's own check, which says why instead of answering."""

    def _reject(self, request, reason):
        return reason


def refusal(request) -> Refusal | None:
    """None when the request carries our token."""
    reason = _Look(lambda _: None).process_view(request, None, (), {})
    if reason is None:
        return None
    elsewhere = not reason.startswith("CSRF")  # the others name an Origin or Referer that is not ours
    return Refusal(elsewhere, import_string(settings.CSRF_FAILURE_VIEW)(request, reason=reason))
