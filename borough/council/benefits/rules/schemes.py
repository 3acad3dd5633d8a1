"""A scheme: the numbers that a council sets, read from plain data. Three families cover England.

- `taper`: a means test. So much per cent of the charge, less a share of the income above the applicable amount.
- `bands`: so much per cent of the charge, by weekly income.
- `percent`: so much per cent of the charge, worked out by the week, each step rounded.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from borough.council.revenues.rules import bands as valuation
from borough.council.revenues.rules.money import pence

FAMILIES = ("taper", "bands", "percent")
ROUNDINGS = ("half_up", "down")


class BadScheme(ValueError):
    """What is wrong with a scheme, and what to write instead."""


@dataclass(frozen=True)
class Cap:
    """The charge counts as if the dwelling were in this band, where at least so many bedrooms are needed."""

    band: str
    bedrooms: int = 0


@dataclass(frozen=True)
class Deduction:
    """What is taken a week for somebody with this income or more. `working` ones only for who works 16 hours."""

    since: int
    weekly: int
    working: bool = False


@dataclass(frozen=True)
class Band:
    """[since, until) of weekly income in pence; without `until` there is no end. `household`: whom it is for, or ""."""

    since: int
    until: int | None
    percent: Fraction
    household: str = ""


@dataclass(frozen=True)
class SecondAdult:
    """Per cent of the charge before discounts, by the gross weekly income of the second adult; or with a benefit."""

    with_benefit: Fraction
    bands: tuple[Band, ...]


@dataclass(frozen=True)
class Tariff:
    """Capital above `over` counts as `weekly` income for each `step` or part of one."""

    over: int
    step: int
    weekly: int = 100


@dataclass(frozen=True)
class Scheme:
    """The numbers of one scheme for one year; see `read` for how they are written."""

    family: str
    percent: Fraction = Fraction(100)
    caps: tuple[Cap, ...] = ()
    capital_limit: int | None = None
    tariff: Tariff | None = None
    taper: Fraction = Fraction(0)
    deductions: tuple[Deduction, ...] = ()
    bands: tuple[Band, ...] = ()
    second_adult: SecondAdult | None = None
    least_weekly: int = 0
    rounding: str = "half_up"
    weekly_deduction: int = 0


KEYS = {
    "taper": {"percent", "caps", "capital_limit", "tariff", "taper", "non_dependants", "least_weekly", "second_adult"},
    "bands": {"caps", "capital_limit", "tariff", "non_dependants", "least_weekly", "bands"},
    "percent": {"percent", "non_dependant_weekly", "rounding"},
}
ABOUT = {"family", "title", "council", "from", "until", "sources", "notes"}


def read(data: Mapping) -> Scheme:
    """The scheme that is written in `data`. Raises BadScheme: a key nobody knows, a number that is none, a hole."""
    if not isinstance(data, Mapping):
        raise BadScheme("A scheme is a list of names and values, the first of them “family”")
    family = data.get("family")
    if family not in FAMILIES:
        raise BadScheme(f"“family” must be one of: {', '.join(FAMILIES)}")
    if strange := sorted(map(str, set(data) - KEYS[family] - ABOUT)):
        raise BadScheme(f"A scheme of the family “{family}” has no “{strange[0]}”. Look whether it is spelt right")
    rounding = data.get("rounding", "half_up")
    if rounding not in ROUNDINGS:
        raise BadScheme(f"“rounding” must be one of: {', '.join(ROUNDINGS)}")
    if family == "bands" and not data.get("bands"):
        raise BadScheme("Say the bands of income, each with “from”, “to” and “percent”")
    return Scheme(
        family=family, percent=_percent(data, "percent", 100), caps=_caps(data.get("caps") or ()),
        capital_limit=_money(data, "capital_limit", None), tariff=_tariff(data.get("tariff")),
        taper=_percent(data, "taper", 0), deductions=_deductions(data.get("non_dependants") or ()),
        bands=_grouped(data.get("bands") or ()), second_adult=_second_adult(data.get("second_adult")),
        least_weekly=_money(data, "least_weekly", 0), rounding=rounding,
        weekly_deduction=_money(data, "non_dependant_weekly", 0),
    )  # fmt: skip


def _caps(rows) -> tuple[Cap, ...]:
    found = []
    for row in _rows(rows, "caps"):
        try:
            found.append(Cap(valuation.known(row.get("band")), int(row.get("bedrooms", 0))))
        except (TypeError, ValueError) as fault:
            raise BadScheme(f"A cap needs a band from A to H, and may have a number of bedrooms: {fault}") from fault
    return tuple(sorted(found, key=lambda cap: cap.bedrooms))


def _tariff(said) -> Tariff | None:
    if said is None:
        return None
    (row,) = _rows([said], "tariff")
    found = Tariff(_money(row, "over"), _money(row, "step"), _money(row, "weekly", 100))
    if found.step <= 0:
        raise BadScheme("“step” of the tariff must be above nought")
    return found


def _deductions(rows) -> tuple[Deduction, ...]:
    found = [
        Deduction(_money(row, "from", 0), _money(row, "weekly"), row.get("working") is True)
        for row in _rows(rows, "non_dependants")
    ]
    if found and min(one.since for one in found) != 0:
        raise BadScheme("The first of “non_dependants” must be from 0, or nobody knows what is taken below it")
    if len({one.since for one in found}) != len(found):
        raise BadScheme("Two of “non_dependants” begin at the same income")
    return tuple(sorted(found, key=lambda one: one.since))


def _second_adult(said) -> SecondAdult | None:
    if said is None:
        return None
    (row,) = _rows([said], "second_adult")
    return SecondAdult(_percent(row, "with_benefit"), _bands(_rows(row.get("bands") or (), "bands of second_adult")))


def _grouped(rows) -> tuple[Band, ...]:
    """The bands of each kind of household, one after the other."""
    groups: dict[str, list] = {}
    for row in _rows(rows, "bands"):
        groups.setdefault(str(row.get("household") or ""), []).append(row)
    if "" in groups and len(groups) > 1:
        raise BadScheme("Some bands are for one kind of household and some for all. Say of each whom it is for")
    return tuple(band for household, some in groups.items() for band in _bands(some, household))


def _bands(rows, household: str = "") -> tuple[Band, ...]:
    """In order, from nought, without a hole; above the last there is nothing."""
    found = [Band(_money(row, "from", 0), _money(row, "to", None), _percent(row, "percent"), household) for row in rows]
    found.sort(key=lambda band: band.since)
    at = 0
    for band in found:
        if at is None or band.since < at:
            raise BadScheme(f"Two bands have an income of {band.since / 100:.2f} in them")
        if band.since > at:
            raise BadScheme(f"There is a hole: no band has an income from {at / 100:.2f} to {band.since / 100:.2f}")
        if band.until is not None and band.until <= band.since:
            raise BadScheme(f"The band from {band.since / 100:.2f} must go to more than that")
        at = band.until
    return tuple(found)


def _rows(rows, name: str) -> list[Mapping]:
    if not isinstance(rows, list | tuple) or not all(isinstance(row, Mapping) for row in rows):
        raise BadScheme(f"“{name}” must be a list, each with names and values")
    return list(rows)


MUST = object()


def _money(data: Mapping, name: str, missing=MUST):
    if data.get(name) is None:
        if missing is MUST:
            raise BadScheme(f"“{name}” is missing. Write an amount like 8000 or 5.20")
        return missing
    try:
        found = pence(data[name])
    except ValueError as fault:
        raise BadScheme(f"“{name}”: {fault}") from fault
    if found < 0:
        raise BadScheme(f"“{name}” cannot be below nought")
    return found


def _percent(data: Mapping, name: str, missing=MUST) -> Fraction:
    value = data.get(name, missing)
    if value is MUST:
        raise BadScheme(f"“{name}” is missing. Write a per cent like 85")
    try:
        found = Fraction(Decimal(str(value).strip().removesuffix("%")))
    except (InvalidOperation, ValueError, OverflowError) as fault:
        raise BadScheme(f"“{name}” is “{str(value)[:20]}”, which is no per cent. Write it like 85") from fault
    if not 0 <= found <= 100:
        raise BadScheme(f"“{name}” must be from 0 to 100")
    return found / 100
