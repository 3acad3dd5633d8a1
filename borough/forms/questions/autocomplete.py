"""One of very many: countries, councils, schools."""

from functools import cached_property
from typing import Literal

from .base import Typed
from .choices import Choice
from .searching import Search, nearest, plain

MANY = 100  # options in a list that people can still read through


class Autocomplete(Choice, Search):
    """One answer out of very many: countries, schools, councils. Up to 100 options it is a list; beyond that, a box.

    While somebody types in the box, the nearest options show beneath it. Without JavaScript they show on the page that
    comes next.
    """

    type: Literal["autocomplete"] = "autocomplete"
    template = "autocomplete"

    @property
    def script(self):
        return "" if self.listed else "autocomplete"

    @property
    def listed(self) -> bool:
        """Short enough to list whole."""
        return len(self.choices) <= MANY

    def fields(self):
        return [self.name] if self.listed else Search.fields(self)

    def typed(self, value):
        if self.listed:
            return {self.name: value or ""}
        label = self.display(value)
        return {self.name: label, f"{self.name}-match": f"{value} {label}" if label else ""}

    def parse(self, typed: Typed, today):
        return Search.parse(self, typed, today)

    @cached_property
    def _named(self) -> dict[str, str]:
        """Label as compared → value."""
        return {plain(option.label): value for value, option in self.choices.items()}

    def chosen(self, text, match):
        return next((v for v in (match, self._named.get(plain(text)), text) if v in self.choices), None)

    def matches(self, text):
        return nearest(text, ((value, option.label) for value, option in self.choices.items()))

    def faults(self):
        yield from super().faults()
        seen = set()
        for at, option in enumerate(self.options):
            name = plain(option.label)
            if name and name in seen:
                yield ("options", at, "label"), f"two options are called “{option.label}”: nobody could tell which"
            seen.add(name)
            if option.divider or option.reveal:
                yield ("options", at), "an autocomplete has neither dividers nor questions beneath: use radios"
