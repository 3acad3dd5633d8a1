"""What a program may ask for in the address.

Of the wrong type or format it is refused. What is a plain string to the standard and still cannot be read, such as a
distance, is passed over, and the answer says so in `passed_over`.
"""

import datetime
import math

from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

MOST = 100  # on one page
WIDEST = 100_000  # metres
BIGGEST = 2**31 - 1
TRUE, FALSE = ("true", "1", "yes", ""), ("false", "0", "no")


class Wrong(ValueError):
    """What is asked has the wrong type; the sentence says how it should be."""


class Query:
    def __init__(self, values):
        self.values = values
        self.passed_over: list[str] = []

    def text(self, name: str) -> str:
        return self.values.get(name, "").replace("\0", "")[:200].strip()

    def whole(self, name: str, *, default: int, most: int = BIGGEST) -> int:
        """A whole number, brought between 1 and `most`. Raises Wrong."""
        if (text := self.values.get(name)) is None:
            return default
        try:
            return min(max(int(text[:20]), 1), most)
        except ValueError:
            raise Wrong(f"{name} must be a whole number, like 1") from None

    def number(self, name: str) -> float | None:
        """Raises Wrong."""
        if (text := self.values.get(name)) is None:
            return None
        try:
            found = float(text)
        except ValueError:
            found = math.nan
        if not math.isfinite(found) or "_" in text:
            raise Wrong(f"{name} must be a number")
        return min(max(found, -1e4), 1e4)

    def yes(self, name: str) -> bool:
        """Raises Wrong."""
        text = self.values.get(name)
        if text is None or text.casefold() in FALSE:
            return False
        if text.casefold() not in TRUE:
            raise Wrong(f"{name} must be true or false")
        return True

    def metres(self, name: str) -> float | None:
        if not (text := self.text(name)):
            return None
        try:
            found = float(text)
        except ValueError:
            found = math.nan
        return min(found, WIDEST) if found > 0 else self._over(f"{name} must be a number of metres, like 1000")

    def moment(self, name: str) -> datetime.datetime | None:
        """An ISO 8601 date or date and time; without a zone it is ours. Raises Wrong."""
        if (text := self.values.get(name)) is None:
            return None
        text = text.replace(":60", ":59")  # a leap second
        try:
            found = parse_datetime(text.replace(" ", "+")) or parse_datetime(text)
            found = found or datetime.datetime.combine(parse_date(text), datetime.time())
            found = found if found.tzinfo else timezone.make_aware(found)
            return found.astimezone(datetime.UTC)
        except (ValueError, TypeError, OverflowError):
            raise Wrong(f"{name} must be a date and time, like 2026-01-31T09:30:00Z") from None

    def time(self, name: str) -> datetime.time | None:
        """Raises Wrong."""
        if (text := self.values.get(name)) is None:
            return None
        try:
            return datetime.time.fromisoformat(text.replace(":60", ":59")).replace(tzinfo=None)
        except ValueError:
            raise Wrong(f"{name} must be a time, like 09:30") from None

    def one_of(self, name: str, allowed: dict) -> object | None:
        """What a word stands for."""
        if not (text := self.text(name)):
            return None
        found = allowed.get(text.casefold())
        return self._over(f"{name} must be {' or '.join(allowed)}") if found is None else found

    def _over(self, sentence: str) -> None:
        self.passed_over.append(sentence)
