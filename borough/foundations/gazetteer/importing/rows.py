"""One line of an address file, made into values fit for the database. Pure."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from borough.foundations.gazetteer import postcodes

LENGTHS = {"organisation": 120, "line_1": 120, "line_2": 120, "town": 80, "street": 120, "ward": 120}


class BadRow(Exception):
    """The line is refused; the message says why, for whoever keeps the file."""


@dataclass(frozen=True)
class Row:
    uprn: int
    organisation: str
    line_1: str
    line_2: str
    town: str
    postcode: str
    street: str
    usrn: int | None
    ward: str
    latitude: Decimal | None
    longitude: Decimal | None


def parse(cells: dict[str, str]) -> Row:
    """The values of one line. Raises BadRow."""
    texts = {name: _text(cells.get(name), name) for name in LENGTHS}
    if not texts["line_1"] and not texts["organisation"]:
        raise BadRow("line_1 and organisation are both empty")
    latitude = _degrees(cells.get("latitude"), "latitude", 49, 61)
    longitude = _degrees(cells.get("longitude"), "longitude", -9, 2)
    if (latitude is None) != (longitude is None):
        raise BadRow("latitude and longitude come together or not at all")
    uprn = _number(cells.get("uprn"), "uprn", 12)
    if uprn is None:
        raise BadRow("uprn is empty")
    postcode = postcodes.tidy(cells.get("postcode"))
    if postcode is None:
        raise BadRow(f"postcode {_shown(cells.get('postcode'))} is not a UK postcode")
    usrn = _number(cells.get("usrn"), "usrn", 8)
    return Row(uprn=uprn, postcode=postcode, usrn=usrn, latitude=latitude, longitude=longitude, **texts)


def _text(text: str | None, name: str) -> str:
    """Spaces tidied, control and direction marks gone."""
    kept = "".join(" " if c.isspace() else c for c in text or "" if c.isspace() or unicodedata.category(c)[0] != "C")
    kept = " ".join(kept.split())
    if "\ufffd" in kept:
        raise BadRow(f"{name} {_shown(kept)} has a letter we cannot read; save the file as UTF-8")
    if len(kept) > LENGTHS[name]:
        raise BadRow(f"{name} is {len(kept)} letters long; the most is {LENGTHS[name]}")
    return kept


def _number(text: str | None, name: str, digits: int) -> int | None:
    text = (text or "").strip()
    if not text:
        return None
    if re.fullmatch(r"\d+(\.\d+)?[eE]\+?\d+", text, re.ASCII):
        raise BadRow(f"{name} {_shown(text)} was shortened by a spreadsheet; format the column as text")
    if not re.fullmatch(r"\d+", text, re.ASCII) or len(text.lstrip("0")) > digits or not int(text):
        raise BadRow(f"{name} {_shown(text)} is not a number of up to {digits} digits")
    return int(text)


def _degrees(text: str | None, name: str, least: int, most: int) -> Decimal | None:
    text = (text or "").strip()
    if not text:
        return None
    try:
        value = Decimal(text[:40]).quantize(Decimal("0.000001"))
    except InvalidOperation:
        raise BadRow(f"{name} {_shown(text)} is not a number") from None
    if value.is_nan() or not least <= value <= most:
        raise BadRow(f"{name} {_shown(text)} is not in Britain")
    return value


def _shown(text: str | None) -> str:
    """The text in quotation marks, short and printable."""
    return "“" + "".join(c if c.isprintable() else "?" for c in (text or "")[:40]) + "”"
