"""Whether things are kept for long enough to be of use, and no longer than anybody needs them."""

import datetime

from ...retention import lengths
from ..model import Service

DAY = datetime.date(2023, 3, 1)  # from which lengths are compared; a leap day lies ahead
MOST_UNSENT = "1 year"


def check(service: Service):
    kept = service.retention
    for name, length in kept:
        if length and _days(length) == 0:
            yield ("retention", name), "keep it for a day at least"
    if _days(kept.unfinished) > _days(MOST_UNSENT):
        yield ("retention", "unfinished"), f"nobody asked us to keep what was never sent: {MOST_UNSENT} at most"
    if kept.failed and _days(kept.failed) > _days(kept.unfinished):
        yield ("retention", "failed"), f"it would go after {kept.unfinished} in any case, as `unfinished`"


def _days(length: str) -> int:
    return (lengths.moment(length).on(DAY) - DAY).days
