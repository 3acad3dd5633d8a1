"""`/health` and `/ready`, answered before hosts, sessions or sign-in are looked at."""

from django.db import connection
from django.http import HttpResponse


class Health:
    """Answers a load balancer: `/health` while the process lives, `/ready` while it also reaches the database."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path == "/health":
            return HttpResponse("ok\n", content_type="text/plain")
        if request.path == "/ready":
            return self.ready()
        return self.get_response(request)

    def ready(self):
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        except Exception:
            return HttpResponse("the database does not answer\n", status=503, content_type="text/plain")
        return HttpResponse("ready\n", content_type="text/plain")
