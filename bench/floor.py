"""The floor: a bare Django view, no middleware, one kept connection; one read on GET, one read and one write on POST.

What any form engine on this machine, this server and this database must at least cost. Run by `bench.journeys`.
"""

import json
import os

import django
import environ
from django.conf import settings

PAGE = b"<!DOCTYPE html><title>Floor</title>" + b"<p>As long as a page of a form is.</p>" * 345  # 13 kB

settings.configure(
    SECRET_KEY="floor", ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, MIDDLEWARE=[], USE_TZ=True, LOGGING_CONFIG=None,
    DATABASES={"default": environ.Env().db_url_config(os.environ["DATABASE_URL"]) | {"CONN_MAX_AGE": None}},
)  # fmt: skip
django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import HttpResponse, HttpResponseRedirect  # noqa: E402
from django.urls import path  # noqa: E402

READ = "SELECT id, answers FROM bench_floor WHERE id = %s"
WRITE = "UPDATE bench_floor SET answers = answers || %s::jsonb, changed_at = now() WHERE id = %s"


def view(request, number):
    with connection.cursor() as cursor:
        cursor.execute(READ, [number])
        cursor.fetchone()
        if request.method == "POST":
            cursor.execute(WRITE, [json.dumps({"answer": request.POST["answer"]}), number])
            return HttpResponseRedirect(request.path)
    return HttpResponse(PAGE)


urlpatterns = [path("page/<int:number>", view)]
application = get_wsgi_application()
