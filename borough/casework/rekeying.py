"""Match keys made anew when a key changes: their hashes depend on the newest one."""

from borough.foundations import resealing

from . import matching
from .models import Case


def rekey(case) -> list[str]:
    """Replace the case's match keys if they no longer are what the newest key makes of it."""
    old = set(case.match_keys.values_list("kind", "digest"))
    new = matching.keys(case.person, case.submission.answers)
    if old == new:
        return []
    case.match_keys.all().delete()
    matching.keep(case, case.person, case.submission.answers)
    return ["revision"]  # nothing of the row itself changed, but the rotation counts it


def register() -> None:
    rows = Case.objects.filter(submission__isnull=False, erased_at=None).select_related("person", "submission")
    resealing.register("match keys", rows=rows.defer("search").all, reseal=rekey)
