"""The queues at the top of every officers' page, those of other rooms too."""

import re

from django.utils.functional import SimpleLazyObject

from . import queries
from .views.pages import navigation

FIGURES = re.compile(r"/work/(services/[^/]+/)?figures/")  # the forms' own pages about them


def work_nav(request) -> dict:
    """Looked up only by a page that draws it, and has not done so already."""

    def look_up():
        if getattr(request.user, "kind", "") != "officer":
            return []
        return navigation(queries.counts(request.user), queries.teams(request.user), _here(request.path), request.user)

    return {"work_nav": getattr(request, "work_nav", None) or SimpleLazyObject(look_up)}


def _here(path: str) -> str:
    """Which of the links a page of another room belongs to."""
    if FIGURES.fullmatch(path):
        return "figures"
    first, _, rest = path.strip("/").partition("/")
    return rest.partition("/")[0] if first == "work" else first
