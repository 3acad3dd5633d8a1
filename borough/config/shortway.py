"""The short way to the pages of a form: most of what a council is asked for on a busy day.

Whoever fills in a form without being signed in has no session, messages or account, so nothing looks for them. What
protects a page is all here: the host, HTTPS, the look at CSRF tokens, and every header that other pages have.
See docs/decisions/0013-cost-of-a-page.md.
"""

from functools import lru_cache

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.handlers.exception import convert_exception_to_response
from django.http import HttpResponse
from django.middleware.clickjacking import XFrameOptionsMiddleware
from django.middleware.csrf import CsrfViewMiddleware
from django.middleware.security import SecurityMiddleware
from django.urls import Resolver404, ResolverMatch, resolve

from borough.design.errors import NotAllowed

from .middleware import Headers

FORMS, ADDRESSES = "/apply/", "borough.forms.urls"


@lru_cache(10_000)
def found(path: str) -> ResolverMatch:
    """The view of an address. The same ones are asked for all day. Raises Resolver404."""
    return resolve(path, ADDRESSES)


class ShortWay:
    """Takes a page of a form past all middleware after this, unless its visitor has a session."""

    def __init__(self, get_response):
        self.usual = get_response
        self.security, self.tokens, self.policy = (
            kind(get_response) for kind in (SecurityMiddleware, Tokens, CSPMiddleware)
        )
        self.page = convert_exception_to_response(NotAllowed(convert_exception_to_response(self.view)))
        self.headers: dict[bool, dict] = {}  # over HTTPS or not: what every page has

    def __call__(self, request):
        if not request.path_info.startswith(FORMS) or settings.SESSION_COOKIE_NAME in request.COOKIES:
            return self.usual(request)
        try:
            request.resolver_match = found(request.path_info)
        except Resolver404:
            return self.usual(request)
        request.user = AnonymousUser()
        response = self.security.process_request(request) or self.page(request)
        return self.dressed(request, response)

    def view(self, request):
        """The view's own response, or the refusal of what came from elsewhere."""
        request.get_host()  # raises DisallowedHost
        self.tokens.process_request(request)
        view, args, kwargs = request.resolver_match
        response = self.tokens.process_view(request, view, args, kwargs) or view(request, *args, **kwargs)
        return self.tokens.process_response(request, response)

    def dressed(self, request, response):
        """With the headers that every page has."""
        if any(name.startswith("_csp") for name in vars(response)):  # it asks for a policy of its own
            response = self.policy.process_response(request, response)
        secure = request.is_secure()
        if secure not in self.headers:
            self.headers[secure] = self.usual_headers(request)
        kept = response.headers._store  # all at once: Django looks at each that is set for line breaks and letters
        response.headers._store = self.headers[secure] | kept
        if not response.streaming:
            response.headers.setdefault("Content-Length", str(len(response.content)))
        return response

    def usual_headers(self, request) -> dict[str, tuple[str, str]]:
        """What the usual middleware says of an empty page, about whoever asks: as Django keeps headers."""
        page = HttpResponse(headers={"Vary": "Cookie"})
        del page.headers["Content-Type"]
        for kind in (SecurityMiddleware, CSPMiddleware, XFrameOptionsMiddleware, Headers):
            page = kind(lambda _, page=page: page)(request)
        return page.headers._store


class Tokens(CsrfViewMiddleware):
    """Django's own, but a browser that has its cookie is not given it again with each page."""

    def process_response(self, request, response):
        if request.COOKIES.get(settings.CSRF_COOKIE_NAME) != request.META.get("CSRF_COOKIE"):
            return super().process_response(request, response)
        return response
