"""What is still to leave keeps what it is about: nothing is deleted before it was told of."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from .models import Status

FAILED = timedelta(days=30)  # since the last try: for so long, what did not arrive can still be sent again


def about(rows, abouts: list[str], why: str) -> dict[str, str]:
    """Which of these the `rows` (a query) are about and have not got through: about → why, for `keeping.register`."""
    left = Q(status__in=[Status.WAITING, Status.SENDING])
    failed = Q(status=Status.FAILED, due_at__gt=timezone.now() - FAILED)
    return dict.fromkeys(rows.filter(left | failed, about__in=abouts).values_list("about", flat=True), why)
