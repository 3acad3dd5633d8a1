"""A place on a map: a box to type in and, where there are tiles and JavaScript, a map to tap."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from markupsafe import Markup

from borough.foundations.gazetteer import nearby

from .parts import Asked
from .searching import search

BRITAIN = ((49.9, -6.4), (58.7, 1.8))
HINT = N_("Type an address, a street, a postcode or a grid reference.")
MAP = Markup(
    '<div class="app-map" id="{name}-map" data-map="{name}" data-tiles="{tiles}" data-credit="{credit}"'
    ' data-bounds="{bounds}" data-words="{words}" data-label="{label}" data-in="{zoom_in}" data-out="{zoom_out}"'
    ' data-help="{help}" hidden></div>'
)


def map_point(asked: Asked):
    box = search(asked, hint=_(HINT))
    if not settings.MAP_TILES_URL:
        return box
    south_west, north_east = nearby.bounds() or BRITAIN
    return box + MAP.format(
        name=asked.question.name,
        tiles=settings.MAP_TILES_URL,
        credit=settings.MAP_CREDIT,
        bounds=",".join(map(str, (*south_west, *north_east))),
        words=_("A place on the map"),
        label=_("Map: {label}").format(label=asked.question.label),
        zoom_in=_("Zoom in"),
        zoom_out=_("Zoom out"),
        help=_("Or tap the place on the map. With a keyboard, move with the arrows and press Enter."),
    )
