"""Bank accounts in answers, sealed anew when a key changes. What was sent says the same as before."""

from borough.foundations import resealing

from .models import Journey, Submission
from .questions.bank import fingerprint


def reseal(row) -> list[str]:
    """Put answers sealed with the newest key in a journey's or submission's row; say if that changed it."""
    before, row.answers = row.answers, resealing.renewed(row.answers, digest=fingerprint)
    return ["answers"] if row.answers is not before else []


def register() -> None:
    resealing.register("forms begun", rows=Journey.objects.all, reseal=reseal)
    resealing.register("forms sent", rows=Submission.objects.all, reseal=reseal)
