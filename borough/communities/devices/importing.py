"""Taking in a list of devices: a CSV file of any encoding, with a report of every line."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from borough.communities.refusals import Refused
from borough.foundations.gazetteer.importing.reading import decoded

from . import actions
from .models import Device

# What a column is called in lists that libraries keep, in small letters.
COLUMNS = {
    "tag": ("tag", "label", "asset tag", "asset", "asset number", "barcode"),
    "kind": ("kind", "type", "device type", "category"),
    "maker": ("maker", "make", "manufacturer", "brand"),
    "model": ("model",),
    "specification": ("specification", "spec", "details"),
    "serial": ("serial", "serial number", "serial no"),
    "imei": ("imei",),
    "parts": ("parts", "accessories", "kit", "goes with it"),
    "source": ("source", "donated or bought"),
    "funder": ("funder", "donor", "funded by"),
    "cost": ("cost", "price", "cost (£)"),
    "site": ("site", "location", "library"),
    "encrypted": ("encrypted",),
}
KINDS = {
    "laptop": "laptop", "notebook": "laptop", "chromebook": "laptop", "tablet": "tablet", "ipad": "tablet",
    "phone": "phone", "smartphone": "phone", "mobile": "phone", "dongle": "dongle", "mifi": "dongle",
    "router": "dongle",
}  # fmt: skip
NEEDED = ("tag", "kind")
MOST = 5_000_000  # bytes


class BadList(ValueError):
    """The file as a whole cannot be read; the sentence says what to do."""


@dataclass
class Report:
    """What became of each line: how many were taken in, and (line, what is wrong) of the others."""

    added: int = 0
    wrong: list[tuple[int, str]] = field(default_factory=list)


def take_in(data: bytes, *, by, dry_run: bool = False) -> Report:
    """Take in every line that can be; the others are in the report and can be sent again. Raises BadList."""
    report, seen = Report(), {}
    for line, row in rows(data):
        try:
            fields = read(row)
            for name in ("tag", "serial", "imei"):
                typed = fields[name].strip().upper()
                if typed and (before := seen.setdefault((name, typed), line)) != line:
                    raise Refused(f"The {name} is the same as on line {before}")
            if not dry_run:
                actions.add(by=by, **fields)
            report.added += 1
        except Refused as refused:
            report.wrong.append((line, str(refused)))
    return report


def rows(data: bytes) -> Iterator[tuple[int, dict]]:
    """(line, {our column: text}) of each line that says something. Raises BadList."""
    if len(data) > MOST:
        raise BadList("The list is larger than 5 MB. Cut it into smaller ones")
    if data.startswith(b"PK"):
        raise BadList("This is a spreadsheet. Save it as CSV and choose that file")
    text = decoded(data)
    sample = text[:10_000].splitlines()[:1]
    delimiter = max(",;\t", key=(sample or [""])[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        header = [_ours(cell) for cell in next(reader, [])]
        if missing := [name for name in NEEDED if name not in header]:
            raise BadList(f"There is no column called {' or '.join(missing)}. The first line names the columns")
        for cells in reader:
            if any(cell.strip() for cell in cells):
                named = zip(header, cells, strict=False)
                yield reader.line_num, {name: cell.strip().replace("\0", "") for name, cell in named if name}
    except csv.Error as fault:
        raise BadList(f"Line {reader.line_num} is not CSV. Save the list as CSV again") from fault


def read(row: dict) -> dict:
    """One line as the fields that `actions.add` takes. Raises Refused."""
    said = {name: row.get(name, "") for name in COLUMNS}
    kind = KINDS.get(said["kind"].casefold().rstrip("s"), said["kind"].casefold())
    if kind not in Device.Kind.values:
        raise Refused(f"“{said['kind']}” is no kind of device we lend. Write laptop, tablet, phone or dongle")
    return {
        "tag": said["tag"], "kind": kind, "serial": said["serial"], "imei": said["imei"],
        "maker": said["maker"][:60], "model": said["model"][:80], "specification": said["specification"][:200],
        "parts": [part.strip()[:40] for part in said["parts"].replace(";", ",").split(",") if part.strip()],
        "source": "donated" if said["source"].casefold().startswith("d") else "bought",
        "funder": said["funder"][:120], "cost_pence": _pence(said["cost"]), "site": said["site"][:80],
        "encrypted": said["encrypted"].casefold() in ("yes", "y", "true", "1"),
    }  # fmt: skip


def _pence(text: str) -> int | None:
    plain = text.replace("£", "").replace(",", "").strip()
    if not plain:
        return None
    try:
        pounds = Decimal(plain)
    except InvalidOperation:
        raise Refused(f"“{text}” is not an amount. Write it like 249.99") from None
    if not pounds.is_finite() or not 0 <= pounds <= 20_000:
        raise Refused(f"“{text}” cannot be what a device costs. Write it like 249.99")
    return int(pounds * 100)


def _ours(cell: str) -> str:
    plain = " ".join(cell.strip().casefold().replace("_", " ").split())
    return next((name for name, known in COLUMNS.items() if plain in known), "")
