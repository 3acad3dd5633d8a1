"""The queues at the top of every officers' page, those of other rooms too."""

from django.utils.functional import SimpleLazyObject

from . import queries
from .views.pages import navigation

FIGURES = "/figures/"  # how the forms' own pages about them end, for all services and for each


def work_nav(request) -> dict:
    """Looked up only by a page that draws it, and has not done so already."""

    def look_up():
        if getattr(request.user, "kind", "") != "officer":
            return []
        return navigation(queries.counts(request.user), queries.teams(request.user), _here(request.path), request.user)

    return {"work_nav": getattr(request, "work_nav", None) or SimpleLazyObject(look_up)}


def _here(path: str) -> str:
    """Which of the links a page of another room belongs to."""
    if path.endswith(FIGURES):
        return "figures"
    return path.removeprefix("/work/").partition("/")[0]
