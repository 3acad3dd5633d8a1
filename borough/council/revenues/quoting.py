"""A quote: a year's council tax from what is said about its days, as plain data in and out. No database."""

import datetime
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from .rules import charges, instalments
from .rules.charges import Adjustment, Segment
from .rules.money import pence, pounds
from .rules.years import Year


def quote(asked: dict) -> dict:
    """{id, days, charges, total, instalments} of {id, year_start, segments, issued, instalments}. Raises ValueError.

    Each segment has `from` and `to` (exclusive), `annual_charge` or `band` with `band_d`, and may have `adjustments`.
    Money is text in pounds. Without `issued` there are no instalments.
    """
    if not isinstance(asked, dict):
        raise ValueError("A quote is asked for with a JSON object on each line")
    year = Year(_day(asked, "year_start"))
    segments = [_segment(one) for one in _list(asked, "segments")]
    found = charges.of_year(segments, year)
    total = sum(found)
    plan = []
    if asked.get("issued"):
        plan = instalments.plan(total, _day(asked, "issued"), year, asked.get("instalments") or 10)
    return {
        "id": asked.get("id"), "days": [one.days for one in segments], "charges": [pounds(one) for one in found],
        "total": pounds(total),
        "instalments": [{"due": one.due.isoformat(), "amount": pounds(one.amount)} for one in plan],
    }  # fmt: skip


def _segment(said) -> Segment:
    if not isinstance(said, dict):
        raise ValueError("Each segment is a JSON object with “from” and “to”")
    annual, band_d = (None if said.get(name) is None else pence(said[name]) for name in ("annual_charge", "band_d"))
    adjustments = tuple(_adjustment(one) for one in _list(said, "adjustments", ()))
    return Segment(_day(said, "from"), _day(said, "to"), annual, said.get("band"), band_d, adjustments)


def _adjustment(said) -> Adjustment:
    if not isinstance(said, dict):
        raise ValueError("Each adjustment is a JSON object with “kind” and “percent”")
    kind, percent = said.get("kind"), said.get("percent")
    if percent is None:
        if kind in ("discount", "premium", "annexe"):
            raise ValueError(f"Say the per cent of {kind}")
        return Adjustment(kind)
    try:
        exact = Decimal(str(percent).strip().removesuffix("%"))
    except InvalidOperation:
        exact = Decimal("NaN")
    if not exact.is_finite():
        raise ValueError(f"“{str(percent)[:20]}” is no per cent. Write it like 25")
    return Adjustment(kind, Fraction(exact))


def _day(said: dict, name: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(said[name])
    except KeyError:
        raise ValueError(f"“{name}” is missing. Write a day like 2026-04-01") from None
    except (TypeError, ValueError):
        raise ValueError(f"“{name}” is “{str(said[name])[:20]}”, which is no day. Write it like 2026-04-01") from None


def _list(said: dict, name: str, missing=None) -> list:
    found = said.get(name, missing)
    if not isinstance(found, list | tuple):
        raise ValueError(f"“{name}” must be a list")
    return found
