"""What comes next when nobody pays, and business rates."""

import datetime
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from borough.council import revenues
from borough.council.revenues.rules import rates, recovery
from borough.council.revenues.rules.money import pounds
from borough.council.revenues.rules.recovery import Position
from borough.council.revenues.rules.years import Year

from . import vectors

DATE = datetime.date.fromisoformat
DAY = DATE("2026-07-10")
TABLE = rates.read(YAML(typ="safe", pure=True).load(Path(revenues.__path__[0]) / "multipliers.yaml"))
LATE = Position(arrears=18_600, balance=150_000)


@pytest.mark.parametrize(
    ("position", "step", "on"),
    [
        (Position(0, 150_000), "", DAY),
        (LATE, "reminder", DAY),
        (replace(LATE, reminders=((DATE("2026-06-08"), False),)), "final notice", DATE("2026-06-22")),
        (replace(LATE, reminders=((DATE("2026-06-08"), True),)), "second reminder", DAY),
        (replace(LATE, reminders=((DATE("2026-05-08"), True), (DATE("2026-06-08"), True))), "final notice", DAY),
        (replace(LATE, more_to_come=False), "final notice", DAY),
        (replace(LATE, final=DATE("2026-07-01")), "summons", DATE("2026-07-08")),
        (replace(LATE, final=DATE("2026-07-01"), summoned=DATE("2026-07-20")), "liability order", DATE("2026-07-20")),
        (replace(LATE, ordered=DATE("2026-07-01")), "", DAY),
        *((replace(LATE, holds=(hold,)), "", DAY) for hold in recovery.HOLDS),
    ],
)
def test_the_next_step(position, step, on):
    found = recovery.step(position, DAY)
    assert (found.step, found.on) == (step, on)
    assert found.why


@pytest.mark.parametrize("row", vectors.rows("nndr_vectors.csv"))
def test_rates_as_published_or_as_they_should_have_been(row):
    year, value = Year(DATE("2025-04-01")), int(row["rateable_value"])
    pence = Fraction(row["multiplier"]) * 100
    relief = rates.small_business(value) if row["id"].startswith("SBRR") else Fraction(row["exact_relief_pct"])
    assert rates.multiplier(TABLE, year, value).pence == pence
    assert pounds(rates.charge(value, pence, 365, year)) == row["gross_bill"]
    assert pounds(rates.charge(value, pence, 365, year, reliefs=[relief])) == row["net_bill"]
    if row["published_relief_pct"]:
        assert round(relief) == int(row["published_relief_pct"])


@pytest.mark.parametrize("row", vectors.rows("nndr_multipliers.csv"))
def test_every_published_multiplier_is_in_the_table(row):
    if row["multiplier"].startswith("transitional"):
        pytest.skip("a supplement for some, which is not in the table")
    year = Year(datetime.date(int(row["year"][:4]), 4, 1))
    value = {"small": 20_000, "stand": 60_000, "high ": 600_000}[row["multiplier"][:5]]
    retail = row["applies_to"].startswith("RHL")
    assert rates.multiplier(TABLE, year, value, retail=retail).pence == Fraction(row["pence"])


@pytest.mark.parametrize(
    ("value", "percent"), [(1, 100), (12_000, 100), (13_500, 50), (14_970, 1), (15_000, 0), (90_000, 0)]
)
def test_small_business_relief_tapers(value, percent):
    assert rates.small_business(value) == percent


def test_bounds_and_what_is_not_there():
    year = Year(DATE("2026-04-01"))
    assert rates.multiplier(TABLE, year, 50_999).pence == Fraction("43.2")
    assert rates.multiplier(TABLE, year, 51_000).pence == 48
    assert rates.multiplier(TABLE, year, 499_999, retail=True).pence == 43
    assert rates.multiplier(TABLE, year, 500_000, retail=True).pence == Fraction("50.8")
    with pytest.raises(ValueError, match="no multiplier for 1999/00"):
        rates.multiplier(TABLE, Year(DATE("1999-04-01")), 1)
    with pytest.raises(ValueError, match="from 0 to 100"):
        rates.charge(1, Fraction(1), 1, year, reliefs=[Fraction(101)])
    with pytest.raises(ValueError, match="no more days"):
        rates.charge(1, Fraction(1), 366, year)
    assert rates.empty_from(DATE("2026-05-31")) == DATE("2026-08-31")
    assert rates.empty_from(DATE("2026-05-31"), industrial=True) == DATE("2026-12-01")
