"""Where somebody stopped who never sent their form."""

from django.utils import timezone
from pydantic import ValidationError

from .. import queries
from ..definition.form import CHECK_ANSWERS


def place(version: int, answers: dict, changed_at) -> tuple[str, bool]:
    """(the page they would have answered next, whether the form itself ends there), as of their last change.

    ("", False) where an older Borough kept a version that this one cannot read: a number less well known is no reason
    to keep a journey longer than we said.
    """
    try:
        route = queries.version(version).route(answers, timezone.localdate(changed_at))
    except (queries.NoService, ValidationError, LookupError):
        return "", False
    if route.wanted:
        return route.wanted.name, False
    return (route.pages[-1].name, True) if route.ended else (CHECK_ANSWERS, False)


def channel(helped_by: int | None, organisation: int | None) -> str:
    """online, assisted or partner: as it will be said of the submission."""
    return "assisted" if helped_by else "partner" if organisation else "online"
