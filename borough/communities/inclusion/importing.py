"""Taking in the baseline by ward, and the Digital Exclusion Risk Index, from CSV files."""

import csv
import datetime
import io
from decimal import Decimal, InvalidOperation

from django.db import transaction

from borough.foundations.audit import actions as audit
from borough.foundations.gazetteer.importing.reading import decoded
from borough.foundations.gazetteer.models import Ward

from .models import Baseline, Risk


class BadList(ValueError):
    """What cannot be read and what to do; nothing was changed."""


@transaction.atomic
def baseline(data: bytes, *, source: str, as_at: datetime.date, by) -> int:
    """Columns ward, adults, excluded; a line with no ward is the borough's. Takes the place of what was there."""
    rows = list(_rows(data, ("ward", "adults", "excluded")))
    wards = {ward.name.casefold(): ward for ward in Ward.objects.all()}
    Baseline.objects.all().delete()
    for line, row in rows:
        name = row["ward"].strip()
        if name and name.casefold() not in wards:
            raise BadList(f"Line {line}: there is no ward called {name}")
        adults, excluded = _whole(row["adults"], line), _whole(row["excluded"], line)
        if excluded > adults:
            raise BadList(f"Line {line}: more people are excluded than there are adults")
        Baseline.objects.create(ward=wards.get(name.casefold()), adults=adults, excluded=excluded, source=source,
                                as_at=as_at)  # fmt: skip
    audit.record(action="inclusion.baseline", kind="baseline", id=str(as_at), by=by, data={"rows": len(rows)})
    return len(rows)


@transaction.atomic
def deri(data: bytes, *, version: str, by) -> int:
    """Columns code, name, score: the LSOA's code and name, and its score from 0 to 10."""
    rows, seen = list(_rows(data, ("code", "name", "score"))), set()
    Risk.objects.all().delete()
    for line, row in rows:
        code = row["code"].strip().upper()
        if code in seen:
            raise BadList(f"Line {line}: {code} is on an earlier line too")
        seen.add(code)
        try:
            score = Decimal(row["score"].strip())
        except InvalidOperation:
            raise BadList(f"Line {line}: “{row['score']}” is no number") from None
        if not score.is_finite() or not 0 <= score <= 10:
            raise BadList(f"Line {line}: a score is from 0 to 10")
        Risk.objects.create(code=code[:9], name=row["name"].strip()[:80], score=round(score, 2), version=version)
    audit.record(action="inclusion.deri", kind="deri", id=version, by=by, data={"rows": len(rows)})
    return len(rows)


def _rows(data, needed):
    reader = csv.DictReader(io.StringIO(decoded(data), newline=""))
    names = {(name or "").strip().casefold(): name for name in reader.fieldnames or []}
    if missing := [name for name in needed if name not in names]:
        raise BadList(f"There is no column called {' or '.join(missing)}. The first line names the columns")
    for row in reader:
        yield reader.line_num, {name: row[names[name]] or "" for name in needed}


def _whole(text, line) -> int:
    plain = text.replace(",", "").strip()
    if not plain.isdecimal() or len(plain) > 8:
        raise BadList(f"Line {line}: “{text}” is no whole number")
    return int(plain)
