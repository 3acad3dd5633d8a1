"""A map of the made-up borough, as tiles: its wards as squares, its houses as dots. It needs nobody else's map."""

from dataclasses import dataclass
from html import escape
from math import asinh, atan, degrees, pi, radians, sinh, tan

from django.db.models import Max, Min

from borough.foundations.gazetteer.models import Address, Ward

SIZE = 256  # of a tile, in pixels
DEEPEST = 19
HOUSES = 13  # from this zoom on, houses are drawn; from NUMBERS on, with what they are called
NUMBERS = 17
SVG = (
    f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIZE}" height="{SIZE}" font-family="sans-serif"'
    ' text-anchor="middle"><rect width="100%" height="100%" fill="#eef2ec"/>{}</svg>'
)
WARD = '<rect x="{:.0f}" y="{:.0f}" width="{:.0f}" height="{:.0f}" fill="#dfe8dc" stroke="#8fa38a"/>'
NAME = '<text x="{:.0f}" y="{:.0f}" font-size="13" fill="#30452c">{}</text>'
HOUSE = '<circle cx="{:.0f}" cy="{:.0f}" r="{}" fill="#6b5137"/>'
CALLED = '<text x="{:.0f}" y="{:.0f}" font-size="11" fill="#0b0c0c">{}</text>'


@dataclass(frozen=True)
class Tile:
    """One of 2^zoom by 2^zoom squares of the world, as every web map has them."""

    zoom: int
    x: int
    y: int

    @property
    def is_there(self) -> bool:
        return self.zoom <= DEEPEST and self.x < 2**self.zoom and self.y < 2**self.zoom

    def at(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Where a place is, in pixels from the tile's corner."""
        across = (longitude + 180) / 360 * 2**self.zoom
        down = (1 - asinh(tan(radians(latitude))) / pi) / 2 * 2**self.zoom
        return (across - self.x) * SIZE, (down - self.y) * SIZE

    def corners(self, around: float = 0.2) -> tuple[float, float, float, float]:
        """South, west, north and east of it and of a little around it."""
        count = 2**self.zoom
        west, east = ((self.x + by) / count * 360 - 180 for by in (-around, 1 + around))
        south, north = (
            degrees(atan(sinh(pi * (1 - 2 * (self.y + by) / count)))) for by in (1 + around, -around)
        )  # fmt: skip
        return south, west, north, east


def drawn(tile: Tile) -> str:
    """The tile as SVG."""
    return SVG.format("".join([*_wards(tile), *(_houses(tile) if tile.zoom >= HOUSES else ())]))


def _wards(tile):
    wards = Ward.objects.filter(addresses__latitude__isnull=False).annotate(
        south=Min("addresses__latitude"), west=Min("addresses__longitude"),
        north=Max("addresses__latitude"), east=Max("addresses__longitude"),
    )  # fmt: skip
    names = []
    for ward in wards:
        left, top = tile.at(float(ward.north), float(ward.west))
        right, bottom = tile.at(float(ward.south), float(ward.east))
        yield WARD.format(left, top, right - left, bottom - top)
        if tile.zoom > HOUSES - 2:
            names.append(NAME.format((left + right) / 2, (top + bottom) / 2, escape(ward.name)))
    yield from names


def _houses(tile):
    south, west, north, east = (round(corner, 6) for corner in tile.corners())
    here = Address.objects.filter(latitude__range=(south, north), longitude__range=(west, east))
    for address in here.only("latitude", "longitude", "line_1")[:500]:
        x, y = tile.at(float(address.latitude), float(address.longitude))
        yield HOUSE.format(x, y, 2 if tile.zoom < NUMBERS - 2 else 4)
        if tile.zoom >= NUMBERS:
            yield CALLED.format(x, y - 8, escape(address.line_1))
