"""The pages that say something went wrong, and what to do."""

from http import HTTPStatus
from urllib.parse import urlsplit

from django.core.exceptions import RequestDataTooBig
from django.shortcuts import render


def page(request, template, context=None, status=HTTPStatus.OK):
    """A page that asks the database nothing, not even for the alerts above other pages."""
    request.alerts = ()
    return render(request, template, context, status=status)


def not_found(request, exception=None):
    return page(request, "errors/404.html", status=404)


def forbidden(request, exception=None):
    """`PermissionDenied("words for the person")` shows those words."""
    return page(request, "errors/403.html", {"reason": str(exception or "")}, status=403)


def bad_request(request, exception=None):
    if isinstance(exception, RequestDataTooBig):
        return page(request, "errors/413.html", status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return page(request, "errors/400.html", status=400)


def broken(request):
    """Must not touch the database, which may be what broke; a test holds that."""
    return page(request, "errors/500.html", status=500)


def csrf_failure(request, reason=""):
    """`address` is of the page that it was sent from: where it was sent to may answer nothing but a form."""
    came = urlsplit(request.META.get("HTTP_REFERER", ""))
    address = came.path if came.netloc == request.get_host() else request.path
    return page(request, "errors/csrf.html", {"address": address}, status=403)


class NotAllowed:
    """Middleware: an address opened in a way it does not answer gives a page, where Django gives an empty one."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not response.content:
            answer = page(request, "errors/405.html", status=response.status_code)
            answer["Allow"] = response["Allow"]
            return answer
        return response
