"""Council tax reduction against published and derived examples, and for whatever household may come."""

import json
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borough.council.benefits import quoting
from borough.council.benefits.rules import awards, schemes
from borough.council.benefits.rules.households import Household, NonDependant
from borough.council.revenues.rules.money import half_up, pence, pounds
from tests.council.revenues import vectors

EALING = {"family": "percent", "percent": "40", "non_dependant_weekly": "6.53", "rounding": "down"}
NAMES = sorted(path.stem for path in quoting.FOLDER.glob("*.yaml"))
money = st.integers(0, 500_000)


def quote(scheme, **more):
    return quoting.quote({"id": 1, "scheme": scheme} | more)


# Published, and told again here because they must hold where the files are not.


@pytest.mark.parametrize(
    ("liability", "days", "scheme", "weekly", "annual", "net"),
    [
        ("2034.57", 365, EALING, "9.07", "472.93", "1561.64"),  # Ealing, 2021/22
        ("2121.14", 365, EALING | {"percent": "50", "non_dependant_weekly": "6.73", "rounding": "half_up"},
         "13.61", "709.66", "1411.48"),  # 2022/23
        ("2249.98", 366, EALING | {"percent": "50", "non_dependant_weekly": "7.41", "rounding": "half_up"},
         "14.11", "737.75", "1512.23"),  # 2023/24, a leap year
    ],
)  # fmt: skip
def test_a_percentage_by_the_week(liability, days, scheme, weekly, annual, net):
    found = quote(scheme, annual_liability=liability, days_in_year=days)
    assert (found["weekly_award"], found["annual_award"], found["net_bill"]) == (weekly, annual, net)


@pytest.mark.parametrize("row", vectors.rows("ctr_published_examples.csv"))
def test_as_published(row):
    given_, wanted = json.loads(row["inputs_json"]), json.loads(row["expected_json"])
    if "annual_liability" in given_:
        scheme = {"family": "percent", "percent": given_["band_pct"], "non_dependant_weekly": given_["ndd_weekly"],
                  "rounding": "down" if row["rounding"].startswith("ROUND_DOWN") else "half_up"}  # fmt: skip
        found = quote(scheme, annual_liability=given_["annual_liability"], days_in_year=given_["days_in_year"])
        assert found["weekly_award"] == wanted["weekly_after_ndd"]
        assert found["annual_award"] == wanted["annual_award"]
        assert found["net_bill"] == wanted["bill_after"]
        assert wanted["annual_award_before_ndd"] in found["working"][0]
        assert wanted["weekly_award"] in found["working"][1]
    elif "annual" in given_:
        found = quote({"family": "percent"}, annual_liability=given_["annual"], days_in_year=given_["days_in_year"])
        assert found["weekly_award"] == wanted["weekly"]
    elif "weekly_tax" in given_:
        share = Fraction(given_["pct"]) / 100
        assert pounds(half_up(pence(given_["weekly_tax"]) * share)) == wanted["weekly_support"]
    else:
        left = pence(given_["uc"]) - pence(given_["less_housing"])
        assert pounds(half_up(Fraction(left * 12, 52))) == wanted["weekly_income"]


@pytest.mark.parametrize("row", vectors.rows("ctr_pension_age_derived.csv"))
def test_pension_age_by_the_day(row):
    scheme = dict(quoting.YAML(typ="safe", pure=True).load(quoting.FOLDER / "pension-age-2025-26.yaml"))
    others = [{"weekly_income": 0}] if pence(row["ndd_weekly"]) else []
    scheme["non_dependants"] = [{"from": 0, "weekly": row["ndd_weekly"]}]
    found = quote(
        scheme, annual_liability=row["annual_liability_after_discounts"], days_in_year=row["days_in_year"],
        applicable_amount=row["applicable_amount"], weekly_income=row["weekly_income"], non_dependants=others,
    )  # fmt: skip
    assert (found["weekly_award"], found["annual_award"]) == (
        row["expected_weekly_award"],
        row["expected_annual_award"],
    )


@pytest.mark.parametrize("row", vectors.rows("ctr_tariff_income.csv"))
def test_savings_that_count_as_income(row):
    scheme = schemes.read({"family": "taper", "tariff": {"over": row["lower_limit"], "step": row["step"]}})
    assert awards.tariff(pence(row["capital"]), scheme) == pence(row["expected_weekly_tariff"])


# Stockport's scheme of 2026/27. Others count 52 weeks in a year; the law and we count the days.


@pytest.mark.parametrize(
    ("more", "annual"),
    [
        ({}, "1200.00"),
        ({"bedrooms_needed": 3}, "1400.00"),
        ({"disabled_relief": True}, "1800.00"),
        ({"capital": "8000.01"}, "0.00"),
        ({"capital": "7000"}, "1158.29"),  # 4 a week of income, 20% of it: 0.80 × 365 ÷ 7; with 52 weeks 1,158.40
        ({"non_dependants": [{"weekly_income": "188"}]}, "678.57"),  # 10 a week; with 52 weeks 680
        ({"non_dependants": [{"weekly_income": "187.99"}]}, "939.29"),
        ({"non_dependants": [{"weekly_income": "500", "exempt": True}]}, "1200.00"),
        ({"non_dependants": [{"weekly_income": "500"}], "no_deductions": True}, "1200.00"),
        ({"weekly_income": "50", "applicable_amount": "100"}, "1200.00"),
        ({"weekly_income": "200", "applicable_amount": "100"}, "157.14"),
    ],
)
def test_stockports_scheme(more, annual):
    found = quote("stockport-2026-27", annual_liability="1800", band="D", days_in_year=365, **more)
    assert found["annual_award"] == annual
    assert pence(found["annual_award"]) + pence(found["net_bill"]) == 180_000
    assert found["working"]


def test_pension_age_with_the_guarantee_counts_nothing():
    rich = {"weekly_income": "900", "capital": "50000", "applicable_amount": "100"}
    assert quote("pension-age-2025-26", annual_liability="1000", **rich)["annual_award"] == "0.00"
    found = quote("pension-age-2025-26", annual_liability="1000", guarantee_credit=True, **rich)
    assert found["annual_award"] == "1000.00"


@pytest.mark.parametrize(
    ("income", "works", "weekly"), [("0", True, 500), ("300", True, 1_020), ("300", False, 500), ("577", True, 1_535)]
)
def test_deductions_by_income_and_work(income, works, weekly):
    one = NonDependant(pence(income), works)
    assert awards.deduction(one, quoting.scheme("pension-age-2025-26")) == weekly


def test_bands_of_income():
    for income, percent in (("0", 70), ("54.99", 70), ("55", 55), ("284.99", 25), ("285", 0)):
        found = quote("wakefield-2026-27", annual_liability="1000", weekly_income=income)
        assert found["annual_award"] == pounds(percent * 1_000), income


def test_bands_for_one_and_for_two():
    home = {"annual_liability": "900", "band": "D", "weekly_income": "170"}
    assert quote("tameside-2026-27", household="single", **home)["annual_award"] == "150.00"
    assert quote("tameside-2026-27", household="couple", **home)["annual_award"] == "450.00"
    with pytest.raises(ValueError, match="bands for: couple, single"):
        quote("tameside-2026-27", **home)


@pytest.mark.parametrize(
    ("other", "annual"),
    [({"exempt": True}, "300.00"), ({"weekly_income": "275.99"}, "180.00"), ({"weekly_income": "276"}, "90.00"),
     ({"weekly_income": "358"}, "0.00")],
)  # fmt: skip
def test_the_better_of_the_test_and_the_second_adult(other, annual):
    rich = {"annual_liability": "900", "annual_gross": "1200", "weekly_income": "900", "applicable_amount": "100"}
    found = quote("pension-age-2025-26", second_adult=other, **rich)
    assert found["annual_award"] == annual
    poor = rich | {"weekly_income": "90"}
    assert quote("pension-age-2025-26", second_adult=other, **poor)["annual_award"] == "900.00"
    assert quote("pension-age-2025-26", second_adult=other, **rich | {"capital": "90000"})["annual_award"] == annual


@pytest.mark.parametrize("row", vectors.rows("ctr_local_schemes.csv"))
def test_the_file_says_what_was_published(row):
    path = quoting.FOLDER / f"{row['council'].lower()}-{row['year'].replace('/', '-')}.yaml"
    if not path.exists():
        pytest.skip(f"there is no file for {row['council']}: monthly, or bands that add up by children")
    scheme = quoting.scheme(path.stem)
    assert scheme.capital_limit == pence(row["capital_limit"])
    assert scheme.family == ("taper" if row["kind"] == "means-tested" else "bands")
    if scheme.family == "taper":
        assert (f"{float(scheme.percent * 100):g}%", f"{float(scheme.taper * 100):g}%") == (
            row["support"],
            row["taper"],
        )
    assert bool(scheme.caps) == ("Band" in row["liability_cap"])


# What cannot be.


@pytest.mark.parametrize(
    ("scheme", "words"),
    [
        ({"family": "wizard"}, "“family” must be one of"),
        ([], "list of names and values"),
        ({"family": "taper", "tapr": 20}, "has no “tapr”"),
        ({"family": "taper", "taper": 120}, "from 0 to 100"),
        ({"family": "taper", "taper": "NaN"}, "no per cent"),
        ({"family": "taper", "capital_limit": "lots"}, "no amount of money"),
        ({"family": "taper", "caps": 5}, "“caps” must be a list"),
        ({"family": "taper", "caps": [{"band": "K"}]}, "A cap needs a band"),
        ({"family": "taper", "tariff": {"over": 1, "step": 0}}, "above nought"),
        ({"family": "taper", "non_dependants": [{"from": 5, "weekly": 1}]}, "must be from 0"),
        ({"family": "percent", "rounding": "up"}, "“rounding” must be one of"),
        ({"family": "bands"}, "Say the bands"),
        ({"family": "bands", "bands": [{"percent": 9}, {"household": "single", "percent": 9}]}, "Say of each"),
        ({"family": "taper", "second_adult": {"bands": []}}, "“with_benefit” is missing"),
        ({"family": "bands", "bands": [{"from": 0, "to": 10, "percent": 80}, {"from": 20, "percent": 9}]}, "a hole"),
        ({"family": "bands", "bands": [{"from": 5, "percent": 9}]}, "a hole"),
        ({"family": "bands", "bands": [{"from": 0, "to": 10, "percent": 8}, {"from": 9, "percent": 9}]}, "Two bands"),
        ({"family": "bands", "bands": [{"from": 0, "percent": 8}, {"from": 9, "percent": 9}]}, "Two bands"),
        ({"family": "bands", "bands": [{"from": 0, "to": 0, "percent": 8}]}, "must go to more"),
        ("no-such-scheme", "There is no scheme"),
        ("../../../etc/passwd", "There is no scheme"),
        (None, "“scheme” is missing"),
    ],
)
def test_a_scheme_that_cannot_be_used_says_why(scheme, words):
    with pytest.raises(ValueError, match=words):
        quote(scheme, annual_liability="1000")


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"annual_liability": None}, "“annual_liability” is missing"),
        ({"weekly_income": "-1"}, "below nought"),
        ({"weekly_income": "much"}, "no amount of money"),
        ({"band": "Z"}, "A to H"),
        ({"band": None}, "say which band"),
        ({"days_in_year": 364}, "365 days, or 366"),
        ({"days_in_year": "many"}, "no whole number"),
        ({"non_dependants": "two"}, "must be a list"),
        ({"non_dependants": [-5]}, "below nought"),
        ({"disabled_relief": "maybe"}, "true or false"),
        ({"bedrooms_needed": 400}, "from 0 to 20"),
    ],
)
def test_a_household_that_cannot_be_says_why(more, words):
    with pytest.raises(ValueError, match=words):
        quote("stockport-2026-27", **{"annual_liability": "1000", "band": "B"} | more)


# Properties.


@given(
    st.sampled_from(NAMES), money, money, money, st.integers(0, 2_000_000), st.sampled_from("ABCDEFGH"),
    st.integers(0, 6), st.lists(st.integers(0, 100_000), max_size=3), st.sampled_from([365, 366]),
)  # fmt: skip
def test_an_award_is_never_below_nought_nor_above_the_charge(
    name, liability, applicable, income, capital, band, bedrooms, others, days
):
    home = Household(liability, days, band, bedrooms, False, applicable, income, capital,
                     tuple(NonDependant(one) for one in others), kind="single")  # fmt: skip
    scheme = quoting.scheme(name)
    found = awards.award(home, scheme)
    assert 0 <= found.annual <= liability
    assert found.annual + found.net == liability
    assert abs(found.weekly - Fraction(found.annual * 7, days)) <= 1
    richer = awards.award(replace(home, income=income + 10_000), scheme)
    assert richer.annual <= found.annual
