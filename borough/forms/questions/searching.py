"""Finding one thing among many by typing its name.

A box to type in. What is typed and is the name of one thing is that thing; otherwise the page comes back with the
nearest beneath the box, to choose from. It needs no JavaScript. A choice is sent as “value text”.
"""

import difflib
from collections.abc import Iterable

from django.utils.translation import gettext

from .base import Question, Typed

FEW = 8  # matches listed beneath the box
LONGEST = 120  # nobody types a longer name


class Search(Question):
    """What such questions share. A match is (value, label)."""

    template = "search"

    def fields(self):
        return [self.name, f"{self.name}-match"]

    def matches(self, text: str) -> list[tuple[str, str]]:
        """What `text` may mean, the nearest first. Never raises."""
        raise NotImplementedError

    def chosen(self, text: str, match: str):
        """The answer, or None where there is nothing to be sure of."""
        raise NotImplementedError

    def parse(self, typed: Typed, today):
        text = typed.get(self.name) or ""
        if not text:
            raise self.invalid("missing")
        match, _, was = (typed.get(f"{self.name}-match") or "").partition(" ")
        match = match if plain(was) == plain(text) else ""  # chosen for what then stood in the box, and no other
        value = self.chosen(text, match) if len(text) <= LONGEST else None
        if value is None:
            raise self.invalid("invalid", self._help(text))
        return value

    def _help(self, text):
        if self.matches(text):
            return gettext("We are not sure which you mean. Choose it from the list, or type another")
        return gettext("We cannot find that. Check its spelling, or type another")


def plain(text: str) -> str:
    """For comparing names: without capitals, spaces once."""
    return " ".join(text.casefold().split())


def nearest(text: str, things: Iterable[tuple[str, str]], most: int = FEW) -> list[tuple[str, str]]:
    """Those of (value, label) most like `text`: beginning with it, holding it, then spelt much like it."""
    wanted, things = plain(text[:LONGEST]), list(things)
    if not wanted:
        return []
    names = [plain(label) for _, label in things]
    ranks = {at: _rank(wanted, name) for at, name in enumerate(names) if wanted in name}
    found = sorted(ranks, key=lambda at: (ranks[at], names[at]))[:most]
    if len(found) < most:
        alike = difflib.get_close_matches(wanted, [n for at, n in enumerate(names) if at not in ranks], most, 0.65)
        found += [names.index(name) for name in alike][: most - len(found)]
    return [things[at] for at in found]


def _rank(wanted, name) -> int:
    return 0 if name.startswith(wanted) else 1 if f" {wanted}" in name else 2
