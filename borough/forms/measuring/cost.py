"""What a service cost, as an officer types it. It stays in the address of the page, and is kept nowhere."""

from django.utils import timezone

from ..questions.base import Invalid, tidy
from ..questions.numbers import Money

ASKED = Money(name="cost", label="What the service cost", short="what the service cost", optional=True, max=10**9)


def read(typed: str) -> tuple[int | None, str]:
    """(pence, what is wrong with it)"""
    try:
        return ASKED.clean({"cost": tidy(typed)}, timezone.localdate()), ""
    except Invalid as wrong:
        return None, wrong.message
