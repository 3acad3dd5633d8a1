"""What the last page of a form needs to ask how somebody felt about the service."""

from .actions import may_give_opinion
from .models import SCORES, WORDS


def asking(journey) -> dict:
    """For `measuring/asking.html`; nothing where this journey's opinion is not asked for."""
    return {"scores": SCORES, "most": WORDS, "typed": {}, "errors": {}} if may_give_opinion(journey) else {}
