"""An address: found by postcode, or typed."""

import datetime
from typing import Literal

from django.utils.translation import gettext as _

from borough.foundations.gazetteer import queries as gazetteer
from borough.foundations.gazetteer.postcodes import tidy as tidy_postcode

from .base import Invalid, Question, Typed

LINES = ("line_1", "line_2", "town", "postcode")


class Choose(Invalid):
    """Not a fault of the person's: a postcode was looked up, and now they choose."""

    def __init__(self, field: str):
        super().__init__("missing", _("Choose the address"), field)


class Address(Question):
    """An address, found by its postcode or typed by hand.

    One that was found has its UPRN, the number by which every property in the country is known. One that was typed has
    none, so that nobody is turned away because their home is too new for the list.
    """

    type: Literal["address"] = "address"
    template = "address"
    prefills = ("address",)
    steady = False
    logic_kind = "address"

    def fields(self):
        return [f"{self.name}-{part}" for part in ("find", "uprn", *LINES)]

    def typed(self, value):
        value = value or {}
        uprn = str(value.get("uprn") or "")
        lines = {f"{self.name}-{part}": value.get(part) or "" for part in LINES}
        return {f"{self.name}-find": value.get("postcode", "") if uprn else "", f"{self.name}-uprn": uprn, **lines}

    def pressed(self, do: str, typed: Typed):
        """Look up the postcode. Whatever stood for an address before gives way to those found."""
        if do != f"find {self.name}":
            return None
        typed = typed | dict.fromkeys(self.fields()[1:], "")
        try:
            self.clean(typed, datetime.date.min)
        except Choose:
            return typed, {}
        except Invalid as wrong:
            return typed, wrong.said
        return typed, {} if typed[f"{self.name}-find"] else self.invalid("missing", "", f"{self.name}-find").said

    def found(self, typed: Typed) -> list[dict]:
        """The addresses to choose from: those at the postcode, unless one is kept already or typed by hand."""
        find, uprn, *by_hand = (typed[field] for field in self.fields())
        postcode = None if any(by_hand) else tidy_postcode(find)
        here = gazetteer.at_postcode(postcode) if postcode else []
        return [{"value": str(a.uprn), "text": a.one_line, "selected": str(a.uprn) == uprn} for a in here]

    def parse(self, typed: Typed, today):
        find, uprn, line_1, line_2, town, postcode = (typed[field] for field in self.fields())
        if uprn.isdecimal() and len(uprn) <= 12 and (chosen := self._chosen(int(uprn), find, line_1)):
            return chosen
        if line_1 or town or postcode:
            return self._by_hand(line_1, line_2, town, postcode)
        return self._look_up(find)

    def _chosen(self, uprn, find, line_1):
        """The address chosen from the list, unless another was then typed or looked up."""
        found = gazetteer.get(uprn)
        if not found or (find and tidy_postcode(find) != found.postcode) or line_1 not in ("", found.line_1):
            return None
        return {part: getattr(found, part) for part in LINES} | {"uprn": found.uprn}

    def _by_hand(self, line_1, line_2, town, postcode):
        for part, text, words in (
            ("line_1", line_1, _("Enter the first line of the address")),
            ("town", town, _("Enter the town or city")),
        ):
            if not text:
                raise self.invalid("missing", words, f"{self.name}-{part}")
        for part, text in (("line_1", line_1), ("line_2", line_2), ("town", town)):
            if len(text) > 120:
                raise self.invalid("too_long", _("Each line must be 120 characters or fewer"), f"{self.name}-{part}")
        tidied = tidy_postcode(postcode)
        if not tidied:
            raise self.invalid("invalid", _("Enter a whole UK postcode, like SK1 3XE"), f"{self.name}-postcode")
        return {"line_1": line_1, "line_2": line_2, "town": town, "postcode": tidied, "uprn": None}

    def _look_up(self, find):
        field = f"{self.name}-find"
        postcode = tidy_postcode(find)
        if not postcode:
            raise self.invalid("invalid", _("Enter a whole UK postcode, like SK1 3XE"), field)
        if not gazetteer.at_postcode(postcode):
            message = _("We have no addresses at {postcode}. Check it, or enter the address by hand")
            raise self.invalid("invalid", message, field, postcode=postcode)
        raise Choose(f"{self.name}-uprn")

    def empty(self):
        if self.optional:
            return
        raise self.invalid("missing", "", f"{self.name}-find")

    def default(self, fault):
        return _("Enter a postcode, or enter the address by hand")

    def display(self, value):
        return "\n".join(value[part] for part in LINES if value.get(part)) if value else ""

    def logic(self, value):
        return value or None

    def samples(self):
        by_hand = {"line_1": "12 Example Street", "line_2": "", "town": "Exampleton", "postcode": "SK1 3XE"}
        return [
            {f"{self.name}-find": "", f"{self.name}-uprn": ""} | {f"{self.name}-{k}": v for k, v in by_hand.items()}
        ]
