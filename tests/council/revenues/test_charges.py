"""Bands, days, reliefs and premiums, against published examples and for whatever else may be typed."""

import datetime
import json
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borough.council.revenues.rules import bands, charges
from borough.council.revenues.rules.charges import Adjustment, Segment
from borough.council.revenues.rules.money import half_up, pence, pounds
from borough.council.revenues.rules.years import Year

from . import vectors

DATE = datetime.date.fromisoformat
YEAR = Year(DATE("2026-04-01"))
DAYS = st.dates(YEAR.start, YEAR.end)
percents = st.fractions(0, 100, max_denominator=100)


def segment(start="2026-04-01", end="2027-04-01", annual=100_000, *adjustments, **more):
    return Segment(DATE(start), DATE(end), annual, adjustments=adjustments, **more)


# Published examples, told again here because they must hold where the files are not.


def test_a_move_between_two_bands():  # Manchester City Council, 2013/14
    year = Year(DATE("2013-04-01"))
    parts = [segment("2013-04-01", "2013-05-16", 88_466), segment("2013-05-16", "2014-04-01", 103_211)]
    found = charges.of_year(parts, year)
    assert [pounds(one) for one in found] == ["109.07", "904.86"]
    assert pounds(sum(found)) == "1013.93"


def test_a_leap_year_is_divided_by_366():
    year = Year.of(DATE("2024-02-29"))
    assert year.days == 366
    assert charges.of_year([segment("2024-02-29", "2024-03-01", 223_466)], year) == [611]


@pytest.mark.parametrize("row", vectors.rows("ct_apportionment.csv"))
def test_days_as_published(row):
    start, end = DATE(row["from"]), DATE(row["to_exclusive"])
    year = Year.of(start)
    assert (year.days, (end - start).days) == (int(row["days_in_year"]), int(row["days"]))
    if row["annual_charge"].replace(".", "").isdigit():
        assert pounds(charges.charge(Segment(start, end, pence(row["annual_charge"])), year)) == row["expected_charge"]


@pytest.mark.parametrize("row", vectors.rows("ct_band_ratios.csv"))
def test_ratios_as_published(row):
    assert Fraction(bands.NINTHS[row["band"]], 9) == Fraction(int(row["numerator"]), int(row["denominator"]))


@pytest.mark.parametrize("row", vectors.rows("ct_disabled_relief.csv"))
def test_disabled_relief_is_one_band_lower(row):
    band_d, band = pence(row["band_d"]), row["valuation_band"]
    whole = Segment(YEAR.start, YEAR.end, None, band, band_d)
    relieved = Segment(YEAR.start, YEAR.end, None, band, band_d, (Adjustment("disabled"),))
    assert bands.lowered(band) == row["charged_as"]
    assert pounds(charges.charge(whole, YEAR)) == row["full_charge"]
    assert pounds(charges.charge(relieved, YEAR)) == row["reduced_charge"]
    assert pounds(charges.charge(whole, YEAR) - charges.charge(relieved, YEAR)) == row["reduction"]


@pytest.mark.parametrize("row", vectors.rows("ct_discounts_premiums.csv"))
def test_premiums_as_published(row):
    annual, percent = pence(row["annual_charge"]), Fraction(row["adjustment_pct"])
    found = charges.charge(segment(annual=annual), YEAR)
    raised = Segment(YEAR.start, YEAR.end, annual, adjustments=(Adjustment("premium", percent),))
    assert pounds(charges.charge(raised, YEAR)) == row["expected_net"]
    assert pounds(charges.charge(raised, YEAR) - found) == row["expected_adjustment"]


@pytest.mark.parametrize("row", vectors.rows("ct_precept_band_split.csv"))
def test_a_preceptors_part_is_split_by_band(row):
    assert pounds(bands.charge(pence(row["band_d"]), row["band"])) == row["expected_band_amount"]


@pytest.mark.parametrize("row", vectors.rows("stockport_bands_computed.csv"))
def test_the_charge_is_the_sum_of_rounded_parts(row):
    parts = json.loads(row["elements_rounded_half_up"])
    assert pounds(sum(pence(one) for one in parts.values())) == row["sum_of_rounded_elements"]


@pytest.mark.parametrize("row", vectors.rows("ct_basic_amount_s31b.csv"))
def test_band_d_is_the_requirement_by_the_base(row):
    found = bands.basic_amount(int(row["requirement_R"]) * 100, Fraction(row["tax_base_T"]))
    assert pounds(found) == row["expected_basic_amount_band_d"]


def test_each_authority_rounds_its_own_amount():
    found = bands.charges({"council": 100_01, "police": 100_01}, "A")  # 66.67333 each
    assert found == {"council": 6_667, "police": 6_667}
    assert sum(found.values()) != bands.charge(200_02, "A")


# The order: exempt, band, discount or premium, annexe.


@pytest.mark.parametrize(
    ("adjustments", "wanted"),
    [
        ((Adjustment("discount", Fraction(25)),), 75_000),
        ((Adjustment("exemption"),), 0),
        ((Adjustment("premium", Fraction(300)),), 400_000),
        ((Adjustment("annexe", Fraction(50)),), 50_000),
        ((Adjustment("annexe", Fraction(50)), Adjustment("discount", Fraction(25))), 37_500),
        ((Adjustment("discount", Fraction(25)), Adjustment("exemption")), 0),
    ],
)
def test_what_applies_to_a_year(adjustments, wanted):
    assert charges.charge(Segment(YEAR.start, YEAR.end, 100_000, adjustments=adjustments), YEAR) == wanted


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: segment("2026-05-01", "2026-05-01"), "must end later"),
        (lambda: segment(annual=None), "Say the charge for a year"),
        (lambda: segment(annual=None, band="I", band_d=1), "Bands in England are A to H"),
        (lambda: segment("2026-04-01", "2027-04-01", 1, Adjustment("disabled")), "Disabled relief needs the band"),
        (lambda: segment("2026-04-01", "2027-04-01", 1, Adjustment("discount"), Adjustment("premium")), "cannot have"),
        (lambda: segment("2026-04-01", "2027-04-01", 1, Adjustment("annexe"), Adjustment("annexe")), "stands twice"),
        (lambda: segment(annual=-1), "below nought"),
        (lambda: Adjustment("rebate"), "There is no adjustment"),
        (lambda: Adjustment("discount", Fraction(101)), "from 0 to 100"),
        (lambda: Adjustment("premium", Fraction(301)), "from 0 to 300"),
        (lambda: Year(DATE("2026-04-02")), "begins on 1 April"),
        (lambda: charges.of_year([segment("2026-03-31", "2026-05-01")], YEAR), "not within the year"),
        (lambda: charges.of_year([segment("2026-05-01", "2027-04-02")], YEAR), "not within the year"),
        (lambda: charges.of_year([segment("2026-05-01", "2026-06-02"), segment("2026-06-01")], YEAR), "is in two"),
    ],
)
def test_what_cannot_be_charged_says_why(make, words):
    with pytest.raises(ValueError, match=words):
        make()


# Properties.


@given(st.integers(0, 1_000_000), st.lists(DAYS, max_size=6), percents)
def test_cutting_a_year_moves_it_by_less_than_a_penny_a_cut(annual, cuts, percent):
    days = sorted({YEAR.start, YEAR.end, *cuts})
    adjustments = (Adjustment("discount", percent),)
    parts = [Segment(a, b, annual, adjustments=adjustments) for a, b in pairwise(days)]
    found = charges.of_year(parts, YEAR)
    whole = charges.charge(Segment(YEAR.start, YEAR.end, annual, adjustments=adjustments), YEAR)
    assert sum(one.days for one in parts) == YEAR.days
    assert abs(sum(found) - whole) <= len(parts)
    assert all(one >= 0 for one in found)


@given(st.integers(0, 1_000_000))
def test_a_higher_band_never_pays_less(band_d):
    found = [bands.charge(band_d, band) for band in bands.NINTHS]
    assert found == sorted(found)
    assert bands.charge(band_d, "D") == band_d
    assert all(bands.charge(band_d, bands.lowered(band)) <= bands.charge(band_d, band) for band in bands.BANDS)


@given(st.integers(-(10**12), 10**12))
def test_money_is_read_as_it_is_written(amount):
    assert pence(pounds(amount)) == amount


@given(st.fractions())
def test_rounding_is_to_the_nearest_and_the_same_below_nought(amount):
    assert abs(half_up(amount) - amount) <= Fraction(1, 2)
    assert half_up(-amount) == -half_up(amount)


@pytest.mark.parametrize("text", ["", "12.345", "1e3", "NaN", None, True, "twelve", "1.2.3", "--1"])
def test_what_is_no_money(text):
    with pytest.raises(ValueError, match="no amount of money"):
        pence(text)
