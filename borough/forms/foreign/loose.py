"""JSON of any shape, taken key by key. What has the wrong type counts as absent, and is noted; nothing raises."""

import math
import re
from decimal import Decimal, InvalidOperation

from ..definition.source import ODD
from .notes import Notes

LANGUAGES = ("en", "en-GB", "en_GB", "default")


class Part:
    """A mapping of the file. Keys asked for are taken; `leave` notes those that nobody asked for."""

    def __init__(self, raw, path: str, notes: Notes):
        self.raw = raw if isinstance(raw, dict) else {}
        self.path, self.notes = path, notes
        self.taken: set[str] = set()

    def at(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else str(key)

    def take(self, *keys: str):
        """The first of these that is there and not null; all count as taken."""
        self.taken.update(keys)
        return next((self.raw[key] for key in keys if self.raw.get(key) is not None), None)

    def ignore(self, *keys: str) -> None:
        """Keys that only change how something looked, or that only the other engine needed."""
        self.taken.update(keys)

    def words(self, *keys: str) -> str:
        """Words, which may stand there once for each language."""
        value = self.take(*keys)
        if isinstance(value, dict):
            kept = next((value[one] for one in LANGUAGES if isinstance(value.get(one), str)), None)
            kept = kept if kept is not None else next((v for v in value.values() if isinstance(v, str)), "")
            others = {k: v for k, v in value.items() if v != kept and isinstance(v, str) and v}
            if others:
                self.notes.lost(self.at(keys[0]), "words in another language: kept beside the form", others)
            return clean(kept)
        return clean(text(value))

    def name(self, *keys: str) -> str:
        """A name by which other parts speak of this one."""
        return text(self.take(*keys)).strip()

    def truth(self, *keys: str, default: bool | None = None) -> bool | None:
        value = self.take(*keys)
        if isinstance(value, str):
            value = {"true": True, "false": False}.get(value.strip().lower())
        return value if isinstance(value, bool) else default

    def number(self, *keys: str) -> Decimal | None:
        return number(self.take(*keys))

    def whole(self, *keys: str) -> int | None:
        value = self.number(*keys)
        return None if value is None else int(value)

    def part(self, key: str) -> "Part":
        value = self.take(key)
        if value is not None and not isinstance(value, dict):
            if value not in ("", [], False):
                self.notes.lost(self.at(key), f"“{key}” is not a group of settings, so we could not read it", value)
            value = {}
        return Part(value or {}, self.at(key), self.notes)

    def parts(self, key: str) -> list["Part"]:
        """Each mapping of a list. What is no mapping is noted."""
        value = self.take(key)
        if isinstance(value, dict):
            value = [value] if value else []
        if not isinstance(value, list):
            if value not in (None, "", False):
                self.notes.lost(self.at(key), f"“{key}” is not a list, so we could not read it", value)
            return []
        found = []
        for at, one in enumerate(value):
            here = f"{self.at(key)}[{at}]"
            if isinstance(one, dict):
                found.append(Part(one, here, self.notes))
            elif one is not None:
                self.notes.lost(here, "this is not what stands in such a list, so we could not read it", one)
        return found

    def leave(self) -> None:
        """Note every key that nobody asked for."""
        for key, value in self.raw.items():
            if key not in self.taken and value not in (None, "", [], {}, False):
                self.notes.lost(self.at(str(key)), f"we do not know “{key}”", {key: value})  # harmless() looks at keys


def text(value) -> str:
    """A string or number as text; anything else as none."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def clean(words: str) -> str:
    """Without characters nobody can see, and with lines parted by \\n."""
    return ODD.sub("", words.replace("\r\n", "\n").replace("\r", "\n")).replace("\u2028", "\n").strip()


def number(value) -> Decimal | None:
    """A number, also where it was written as text. None for anything else, and for what no form can mean."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    if isinstance(value, float) and not math.isfinite(value):
        return None
    try:
        found = Decimal(str(value).strip() or "x")
    except (InvalidOperation, ValueError):
        return None
    return found if found.is_finite() and abs(found) < Decimal(10) ** 15 else None


def items(value, path: str, notes: Notes) -> list[Part]:
    """A list that stands by itself."""
    return Part({"": value}, path, notes).parts("")


def one_line(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()
