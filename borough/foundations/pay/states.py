"""How an attempt to pay stands, in GOV.UK Pay's own words, and how that may change. Pure."""

from datetime import datetime, timedelta

OPENING = "opening"  # we asked the provider to open it, and have not kept an answer
HEARD = "heard"  # the provider told us of it, and we have not asked yet
SUCCESS = "success"
GOING = ("created", "started", "submitted", "capturable")
ENDED = ("failed", "cancelled", "error")  # but never for good: a success that comes later counts
OPEN = (OPENING, *GOING)
ALL = (OPENING, HEARD, *GOING, *ENDED, SUCCESS)
ORDER = {status: place for place, status in enumerate((OPENING, HEARD, *GOING))}

SHORTEST, LONGEST = timedelta(minutes=1), timedelta(days=1)  # between two questions about one attempt
ASKED_FOR = timedelta(days=30)


def after(was: str, now: str) -> str:
    """How it stands once the provider says `now`. Answers may overtake each other, so an older one changes nothing."""
    if was == SUCCESS or now not in ALL:
        return was
    if now == SUCCESS or now in ENDED:
        return now
    if was in ENDED:
        return was
    return now if ORDER[now] >= ORDER[was] else was


def ask_next(made: datetime, now: datetime) -> datetime | None:
    """When to ask about it again: after 1 minute, 2, 4 and so on, then daily; None once it is 30 days old."""
    age = now - made
    return now + min(max(age, SHORTEST), LONGEST) if age < ASKED_FOR else None
