"""What wraps every request: health, one log line, and headers that keep pages private."""

import logging
import re
import secrets
import time

from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.utils.cache import has_vary_header

from .logs import REQUEST, route

log = logging.getLogger("borough.requests")


class Health:
    """Answers a load balancer before hosts, sessions or sign-in are looked at.

    `/health` while the process lives, `/ready` while it also reaches the database.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path == "/health":
            return self.say("ok")
        if request.path == "/ready":
            return self.ready()
        return self.get_response(request)

    def ready(self):
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        except Exception:
            return self.say("the database does not answer", status=503)
        return self.say("ready")

    def say(self, words, status=200):
        answer = HttpResponse(f"{words}\n", status=status, content_type="text/plain")
        answer["Cache-Control"] = "no-store"
        answer._has_been_logged = True  # whoever asks hears it; every second of an outage in the log helps nobody
        return answer


class Log:
    """One line a request: method, route, status and time. No address, no query, nobody's name."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        given = request.META.get("HTTP_X_REQUEST_ID", "")
        id = given if re.fullmatch(r"[0-9a-f-]{8,36}", given) else secrets.token_hex(16)
        token, started = REQUEST.set(id), time.monotonic()
        try:
            response = self.get_response(request)
            if log.isEnabledFor(logging.INFO):
                ms, status = round((time.monotonic() - started) * 1000), response.status_code
                fields = {"method": _method(request), "route": route(request), "status": status, "ms": ms}
                log.info("request", extra={"fields": fields})
            response["X-Request-ID"] = id
            return response
        finally:
            REQUEST.reset(token)


class Headers:
    """Nothing about one person is kept by a browser or a cache, and pages reach for no camera or place."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if has_vary_header(response, "Cookie"):  # it looked at who asks, so it may be about them
            response.headers.setdefault("Cache-Control", "no-store")
        return response


def _method(request):
    return request.method if request.method in {"GET", "HEAD", "POST", "OPTIONS"} else "other"
