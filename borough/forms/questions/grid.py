"""The Ordnance Survey's National Grid: references and metres. Pure."""

import re

from borough.foundations.gazetteer.coordinates import EAST, NORTH, on_grid

__all__ = ["EAST", "NORTH", "metres", "on_grid", "read", "written"]
LETTERS = "ABCDEFGHJKLMNOPQRSTUVWXYZ"  # no I
SQUARE = 100_000  # metres along the side of a lettered square


def read(text: str) -> str:
    """A reference as people type it (sj895903, SJ 89500 90300, 389500 390300), as SJ 895 903. Raises ValueError."""
    bare = re.sub(r"[\s,./-]+", " ", text.strip())
    if point := re.fullmatch(r"([0-9]{6}) ([0-9]{6,7})", bare):
        return written(int(point[1]), int(point[2]))
    match = re.fullmatch(r"([A-HJ-Z]{2})([0-9]+)", bare.replace(" ", "").upper())
    if not match or len(match[2]) not in (2, 4, 6, 8, 10):
        raise ValueError(text)
    half = len(match[2]) // 2
    reference = f"{match[1]} {match[2][:half]} {match[2][half:]}"
    metres(reference)
    return reference


def metres(reference: str) -> tuple[int, int]:
    """Easting and northing of the reference's south-west corner. Raises ValueError outside Great Britain."""
    letters, east, north = reference.split()
    big, small = (LETTERS.index(letter) for letter in letters)
    squares_east = (big - 2) % 5 * 5 + small % 5
    squares_north = 19 - big // 5 * 5 - small // 5
    scale = 10 ** (5 - len(east))
    found = squares_east * SQUARE + int(east) * scale, squares_north * SQUARE + int(north) * scale
    if not on_grid(*found):
        raise ValueError(reference)
    return found


def written(easting: int, northing: int) -> str:
    """The reference of a point, to a metre. Raises ValueError outside Great Britain."""
    if not on_grid(easting, northing):
        raise ValueError(f"{easting} {northing}")
    east, north = easting // SQUARE, northing // SQUARE
    big = (19 - north) // 5 * 5 + (east + 10) // 5
    small = (19 - north) % 5 * 5 + east % 5
    return f"{LETTERS[big]}{LETTERS[small]} {easting % SQUARE:05} {northing % SQUARE:05}"
