"""Whether a public page of the programme may have changed, told by one query and without drawing it."""

import hashlib
from functools import cache, partial, wraps

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.views.decorators.http import condition

from borough.design.languages import spoken
from borough.design.release import release
from borough.foundations.alerts.queries import current
from borough.foundations.authority.details import details

ASKED = """
SELECT (SELECT max(id) FROM audit_auditevent WHERE record_kind = ANY(%s)),
       (SELECT max(id) FROM wagtailcore_pagelogentry),
       (SELECT max(id) FROM wagtailcore_modellogentry),
       (SELECT max(id) FROM forms_publication WHERE live_from <= now())
"""


def stamp(request, also=None) -> str | None:
    """An ETag: whatever is written about the programme is audited, and pages have Wagtail's own log.

    `also` is what else the page tells. None while somebody works on the templates.
    """
    if settings.DEBUG:
        return None
    with connection.cursor() as cursor:
        cursor.execute(ASKED, [_kinds()])
        known = cursor.fetchone()
    alerts = [one.pk for one in current()]
    parts = (known, also, alerts, timezone.localdate(), release(), spoken(), repr(details()), request.get_full_path())
    return f'"{hashlib.sha256(repr(parts).encode()).hexdigest()[:24]}"'


@cache
def _kinds() -> list[str]:
    """What the audit trail calls the records of these rooms, and the night's counting."""
    ours = (config for config in apps.get_app_configs() if config.name.startswith("borough.programme."))
    return ["snapshot", *(model._meta.model_name for config in ours for model in config.get_models())]


def page(view=None, *, also=None):
    """A public page: a browser may keep it, asks each time whether it still holds, and a yes costs one query.

    `also()` gives what else the page tells that neither log knows of, such as how much feedback came.
    """
    if view is None:
        return partial(page, also=also)
    held = condition(etag_func=lambda request, *_, **__: stamp(request, also() if also else None))(view)

    @wraps(view)
    def answered(request, *args, **kwargs):
        response = held(request, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "no-cache")
        return response

    return answered
