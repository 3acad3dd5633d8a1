"""When a service opens and closes, as its definition says it: a day, or a day and a time, in London."""

import datetime
import re
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field

LONDON = ZoneInfo("Europe/London")
WRITTEN = re.compile(r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?)?")


def instant(text: str, *, end: bool = False) -> datetime.datetime | None:
    """The moment meant; of a whole day its beginning, or its `end`. None for no text. Raises ValueError."""
    if not text:
        return None
    moment = datetime.datetime.fromisoformat(text)
    if end and len(text) == len("2027-03-31"):
        moment += datetime.timedelta(days=1)
    return moment.replace(tzinfo=LONDON)


def _written(text):
    if text:
        try:
            if not WRITTEN.fullmatch(text):
                raise ValueError
            instant(text, end=True)
        except (TypeError, ValueError, OverflowError):
            raise ValueError("write a day as 2027-03-31, or a day and a time as 2027-03-31T17:00") from None
    return text


When = Annotated[str, BeforeValidator(_written), Field(description="2027-03-31 or 2027-03-31T17:00, in London")]
