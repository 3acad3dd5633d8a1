"""Points on the map, by the three ways people have of writing them."""

import re
from decimal import Decimal
from typing import ClassVar, Literal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from . import grid
from .base import Question, Typed


class GridReference(Question):
    """A grid reference of the Ordnance Survey, for people who work with maps: farmers, surveyors, walkers.

    It stays as exact as it was given. Metres typed instead (389500 390300) are turned into a reference. Everybody
    else is better asked with `map_point`.
    """

    type: Literal["grid_reference"] = "grid_reference"
    template = "grid_reference"
    noun = N_("The grid reference")

    def parse(self, typed: Typed, today):
        try:
            return grid.read(typed[self.name])
        except ValueError:
            message = _("{who} must be two letters and an even count of numbers, like SJ 895 903")
            raise self.invalid("invalid", message) from None

    def export(self, value):
        """With its metres: {reference, easting, northing}."""
        if not value:
            return None
        easting, northing = grid.metres(value)
        return {"reference": value, "easting": easting, "northing": northing}

    def samples(self):
        return [{self.name: "SJ 895 903"}]


class Point(Question):
    """What the two kinds of pairs of numbers share. Kept as {part: number}."""

    template = "point"
    logic_kind = "none"
    parts: ClassVar[dict]  # part → (lowest, highest, such as)

    def fields(self):
        return [f"{self.name}-{part}" for part in self.parts]

    def typed(self, value):
        return {f"{self.name}-{part}": str((value or {}).get(part, "")) for part in self.parts}

    def parse(self, typed: Typed, today):
        return {part: self.one(part, typed.get(f"{self.name}-{part}") or "") for part in self.parts}

    def one(self, part: str, text: str):
        """The number of one box. Raises Invalid."""
        low, high, like = self.parts[part]
        field = f"{self.name}-{part}"
        said = {"part": _(part), "Part": _(part).capitalize(), "like": like, "low": low, "high": high}
        if not text:
            raise self.invalid("invalid", _("Enter the {part}"), field, **said)
        try:
            number = self.number(text, part)
        except ValueError:
            raise self.invalid("invalid", _("The {part} must be a number, like {like}"), field, **said) from None
        if not low <= number <= high:
            message = _("The {part} must be between {low} and {high}: that is Great Britain")
            raise self.invalid("too_small" if number < low else "too_big", message, field, **said)
        return self.kept(number)

    def display(self, value):
        return ", ".join(f"{_(part)} {value[part]}" for part in self.parts).capitalize() if value else ""

    def samples(self):
        return [{f"{self.name}-{part}": like for part, (_, _, like) in self.parts.items()}]


class EastingNorthing(Point):
    """A place by its easting and northing, in metres on the National Grid, as drawings and surveys give them."""

    type: Literal["easting_northing"] = "easting_northing"
    parts: ClassVar = {N_("easting"): (0, grid.EAST - 1, "389500"), N_("northing"): (0, grid.NORTH - 1, "390300")}

    def number(self, text, part):
        return int(plain(text, r"[0-9]{1,7}"))

    def kept(self, number):
        return number


class LatLong(Point):
    """A place by its latitude and longitude in degrees, as phones and satellites give them (WGS 84).

    Kept with at most 7 decimals, which is a centimetre.
    """

    type: Literal["lat_long"] = "lat_long"
    parts: ClassVar = {
        N_("latitude"): (Decimal("49.8"), Decimal("60.9"), "53.4084"),
        N_("longitude"): (Decimal("-8.7"), Decimal("1.8"), "-2.1494"),
    }

    def number(self, text, part):
        bare = text.upper().replace("\u2212", "-").replace("°", "").strip()
        west = part == "longitude" and bare.endswith("W")
        ends = "EW" if part == "longitude" else "N"
        number = Decimal(plain(bare.rstrip(ends), r"-?[0-9]{1,3}(\.[0-9]{1,15})?"))
        return round(-number if west else number, 7)

    def kept(self, number):
        return f"{(number + 0).normalize():f}"  # and no minus nought


def plain(text: str, pattern: str) -> str:
    """`text` without its spaces and commas, if that matches. Raises ValueError."""
    bare = text.replace(" ", "").replace(",", "")
    if len(bare) > 30 or not re.fullmatch(pattern, bare):
        raise ValueError(text)
    return bare
