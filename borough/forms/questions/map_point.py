"""A place on a map: tapped there, or found by an address, a street, a postcode or a grid reference."""

import re
from typing import Literal

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from borough.foundations.gazetteer import coordinates, nearby, postcodes
from borough.foundations.gazetteer import queries as gazetteer

from . import grid
from .names import TYPED
from .searching import FEW, Search, plain

MOST = 60  # addresses listed at one postcode
DEGREES = re.compile(r"([0-9]{2}\.[0-9]{1,9})(?:\s*,\s*|\s+)(-?[0-9]\.[0-9]{1,9})")
# What was chosen: an address, a street, or nothing but a point; and where it is
CHOICE = re.compile(rf"(?:(u|s)([0-9]{{1,12}}))?@{DEGREES.pattern}")


class MapPoint(Search):
    """A place, tapped on a map or found by an address, a street, a postcode or a grid reference.

    `place` is the address or street that was chosen or, where `near` is true, the one nearest to the point; it is empty
    where none is. Where somebody could only describe the place, `place` has their words and the rest is null. Without
    JavaScript, or where the council has no map, the box alone does.
    """

    type: Literal["map_point"] = "map_point"
    template = "map_point"
    logic_kind = "none"
    noun = N_("The place")

    @property
    def script(self):
        return "map" if settings.MAP_TILES_URL else ""

    def matches(self, text):
        found = [*self._addresses(text), *self._streets(text)]
        return [*found, (TYPED, _("None of these: use what I typed") if found else _("Use what I typed"))]

    def _addresses(self, text):
        most = MOST if postcodes.tidy(text) else FEW
        here = [a for a in gazetteer.search(text, most=most) if a.latitude is not None]
        return [(f"u{a.uprn}@{_written(a.latitude, a.longitude)}", a.one_line) for a in here]

    def _streets(self, text):
        known = ((street, nearby.middle(street)) for street in gazetteer.streets(text, most=FEW))
        return [(f"s{street.usrn}@{_written(*place)}", _named(street)) for street, place in known if place]

    def chosen(self, text, match):
        if match == TYPED:
            return _kept(None, text)
        if (named := _point(text)) or not (known := self._chosen(match) or self._only(text)):
            return named
        return known

    def _chosen(self, match):
        found = CHOICE.fullmatch(match)
        if not found:
            return None
        kind, number, latitude, longitude = found.groups()
        if kind == "u" and (address := gazetteer.get(number)) and address.latitude is not None:
            metres = coordinates.metres(address.latitude, address.longitude)
            return _kept(metres, address.one_line, uprn=address.uprn, usrn=address.usrn)
        if kind == "s" and (street := gazetteer.street(number)) and (place := nearby.middle(street)):
            return _kept(coordinates.metres(*place), _named(street), usrn=street.usrn)
        return None if kind else _near(float(latitude), float(longitude))

    def _only(self, text):
        """What was typed is the whole name of one thing, or names nothing but it."""
        addresses, streets = self._addresses(text), self._streets(text)
        named = [value for value, label in [*addresses, *streets] if plain(label) == plain(text)]
        found = named or [value for value, _ in [*addresses, *streets]]
        return self._chosen(found[0]) if len(found) == 1 else None

    def _help(self, text):
        if len(self.matches(text)) > 1:
            return super()._help(text)
        return _("We cannot find that place. Type a street, a postcode or a grid reference, or choose what you typed")

    def recheck(self, value, today):
        if value is None:  # addresses come and go, but the place stays
            self.empty()

    def typed(self, value):
        if not value:
            return {self.name: "", f"{self.name}-match": ""}
        if value["easting"] is None:
            return {self.name: value["place"], f"{self.name}-match": f"{TYPED} {value['place']}"}
        kind = f"u{value['uprn']}" if value["uprn"] else f"s{value['usrn']}" if value["usrn"] else ""
        key = "" if value["near"] else kind
        text = value["place"] if key else grid.written(value["easting"], value["northing"])
        return {self.name: text, f"{self.name}-match": f"{key}@{_written(*_degrees(value))} {text}"}

    def display(self, value):
        if not value:
            return ""
        place = _("Near {place}").format(place=value["place"]) if value["near"] and value["place"] else value["place"]
        if value["easting"] is None:
            return place
        at = _("Grid reference {reference}").format(reference=grid.written(value["easting"], value["northing"]))
        return f"{place}\n{at}" if place else at

    def link(self, value):
        if not value or value["easting"] is None:
            return ""
        latitude, longitude = _degrees(value)
        return settings.MAP_LINK.format(latitude=latitude, longitude=longitude)

    def logic(self, value):
        return value or None

    def export(self, value):
        """With its latitude and longitude (WGS 84) and its grid reference, null where there is only a description."""
        if not value:
            return None
        latitude, longitude, reference = None, None, None
        if value["easting"] is not None:
            latitude, longitude = _degrees(value)
            reference = grid.written(value["easting"], value["northing"])
        return value | {"latitude": latitude, "longitude": longitude, "reference": reference}

    def samples(self):
        return [{self.name: "SJ 89500 90300"}]


def _point(text):
    """The place of a grid reference to 100 metres or better, of metres, or of degrees. None for any other text."""
    try:
        if pair := DEGREES.fullmatch(text.replace("\u2212", "-").strip()):
            return _near(float(pair[1]), float(pair[2]))
        reference = grid.read(text)
        if len(reference) < len("SJ 895 903"):  # SK13 is a postcode's beginning
            return None
        easting, northing = grid.metres(reference)
    except ValueError:
        return None
    return _near(*coordinates.latitude_longitude(easting, northing))


def _near(latitude, longitude):
    """A point, and the address nearest to it. None off the grid."""
    try:
        metres = coordinates.metres(latitude, longitude)
    except ValueError:
        return None
    address = nearby.nearest(latitude, longitude)
    if address is None:
        return _kept(metres, "", near=True)
    return _kept(metres, address.one_line, near=True, uprn=address.uprn, usrn=address.usrn)


def _kept(metres, place, *, near=False, uprn=None, usrn=None):
    easting, northing = metres or (None, None)
    return {"easting": easting, "northing": northing, "place": place, "near": near, "uprn": uprn, "usrn": usrn}


def _degrees(value):
    return coordinates.latitude_longitude(value["easting"], value["northing"])


def _written(latitude, longitude):
    return f"{latitude:.6f},{longitude:.6f}"


def _named(street):
    return f"{street.name}, {street.town}" if street.town else street.name
