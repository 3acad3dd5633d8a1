"""Changing the gazetteer: addresses come from a file that somebody else keeps."""

from collections.abc import Callable
from pathlib import Path

from django.db import transaction

from borough.foundations.audit import actions as audit

from .importing import reading, rows
from .importing.places import Streets, Wards
from .importing.report import Report
from .models import Address

BATCH = 1_000
FIELDS = ("organisation", "line_1", "line_2", "town", "postcode", "street_id", "ward_id", "latitude", "longitude")


def _quiet(read: int) -> None:
    pass


@transaction.atomic
def import_addresses(
    *, path: Path, refused: Path | None = None, add_wards: bool = False, progress: Callable[[int], None] = _quiet, by
) -> Report:
    """Add and change addresses by UPRN from a CSV file; those it does not name stay. All of it, or nothing.

    Refused lines are written to `refused` (else beside the file, as NAME.refused.csv) and the others imported. A second
    run of the same file changes nothing. Memory does not grow with the file, but for its UPRNs. Raises BadFile.
    """
    report = Report(refused or path.with_name(f"{path.stem}.refused.csv"))
    try:
        with reading.opened(path) as (_, lines):
            _import(lines, Wards(add=add_wards), Streets(), report, progress)
    finally:
        report.close()
    audit.record(action="gazetteer.imported", kind="gazetteer", id="addresses", by=by, data=report.counts)
    return report


def _import(lines, wards: Wards, streets: Streets, report: Report, progress) -> None:
    seen: dict[int, int] = {}  # UPRN to the line that had it first
    batch: list[Address] = []
    for line, cells in lines:
        report.read += 1
        try:
            batch.append(_address(line, cells, seen, wards, streets))
        except rows.BadRow as fault:
            report.refuse(line, str(fault))
        if len(batch) == BATCH:
            _write(batch, streets, report)
            batch.clear()
            progress(report.read)
    _write(batch, streets, report)
    progress(report.read)


def _address(line: int, cells, seen: dict[int, int], wards: Wards, streets: Streets) -> Address:
    if isinstance(cells, Exception):
        raise rows.BadRow(f"not a line of CSV: {cells}")
    row = rows.parse(cells)
    if row.uprn in seen:
        raise rows.BadRow(f"uprn {row.uprn} is on line {seen[row.uprn]} too, and that one is kept")
    address = Address(
        uprn=row.uprn, organisation=row.organisation, line_1=row.line_1, line_2=row.line_2, town=row.town,
        postcode=row.postcode, latitude=row.latitude, longitude=row.longitude,
        ward_id=wards.of(row), street_id=streets.of(row),
    )  # fmt: skip
    seen[row.uprn] = line
    return address


def _write(batch: list[Address], streets: Streets, report: Report) -> None:
    """Write what differs from what is there: an untouched row costs no write."""
    streets.write()
    before = {a.pk: a for a in Address.objects.filter(pk__in=[a.pk for a in batch]).defer("words")}
    changed = [a for a in batch if a.pk in before and _values(a) != _values(before[a.pk])]
    added = [a for a in batch if a.pk not in before]
    Address.objects.bulk_create(
        added + changed, update_conflicts=True, unique_fields=["uprn"],
        update_fields=[f.removesuffix("_id") for f in FIELDS],
    )  # fmt: skip
    report.added += len(added)
    report.changed += len(changed)
    report.unchanged += len(batch) - len(added) - len(changed)


def _values(address: Address) -> list:
    return [getattr(address, field) for field in FIELDS]
