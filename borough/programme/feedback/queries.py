"""You said, we did: what is shown, and how much was received and answered."""

from django.core.paginator import Paginator

from borough.casework import queries as casework
from borough.foundations.authority.details import AREAS
from borough.programme.workstreams import queries as workstreams

from .models import Reply

SERVICE = "tell-us-about-the-strategy"
ON_A_PAGE = 20


def shown(about: str = "", workstream: str = ""):
    """Answers that are shown, newest first; on one area or one workstream if asked for."""
    found = Reply.objects.filter(taken_down_at=None)
    if workstream:
        return found.filter(workstream=workstream)
    return found.filter(about=about) if about else found


def page(asked) -> dict:
    """What the page shows: {replies, about, workstream, titles, subjects, numbers}."""
    titles = workstreams.titles()
    about, workstream = asked.get("about", ""), asked.get("workstream", "")
    about = about if about in subjects() else ""
    workstream = workstream if workstream in titles else ""
    replies = Paginator(shown(about, workstream), ON_A_PAGE).get_page(asked.get("page"))
    return {"replies": replies, "about": about, "workstream": workstream, "titles": titles, "subjects": subjects(),
            "numbers": numbers()}  # fmt: skip


def subjects() -> dict[str, str]:
    return {"strategy": "The whole strategy", **AREAS, "workstream": "A workstream", "post": "Our news"}


def numbers() -> dict:
    """{received, open, answered, in_public, in_time}: of feedback ever sent. These count messages, not people."""
    found = casework.numbers_of(SERVICE)
    return found | {"in_public": shown().count()}
