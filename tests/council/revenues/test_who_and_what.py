"""Who is liable, who counts, what is exempt, and what stands empty."""

import datetime
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borough.council.revenues.rules import exemptions, liability, premiums, residents
from borough.council.revenues.rules.liability import Person
from borough.council.revenues.rules.premiums import Step
from borough.council.revenues.rules.recovery import Position
from borough.council.revenues.rules.years import months_later

from . import vectors

DATE = datetime.date.fromisoformat
LANDLORD = Person("landlord", "freehold", resident=False)


@pytest.mark.parametrize(
    ("people", "wanted", "line"),
    [
        ([Person("ada", "freehold"), Person("lodger", "licensee")], {"ada"}, "a"),
        ([LANDLORD, Person("long", "leasehold", inferior=0), Person("sub", "leasehold", inferior=1)], {"long"}, "b"),
        ([LANDLORD, Person("tom", "tenant"), Person("tess", "tenant"), Person("friend")], {"tom", "tess"}, "c"),
        ([LANDLORD, Person("lee", "licensee")], {"lee"}, "d"),
        ([LANDLORD, Person("squatter")], {"squatter"}, "e"),
        ([LANDLORD], {"landlord"}, "f"),
        ([LANDLORD, Person("tom", "tenant", resident=False)], {"landlord"}, "f"),
        # A student drops out where another stays, and stays where all would drop out (section 6(4)).
        ([LANDLORD, Person("tom", "tenant"), Person("stu", "tenant", drops_out=True)], {"tom"}, "c"),
        ([LANDLORD, Person("sue", "tenant", drops_out=True), Person("stu", "tenant", drops_out=True)],
         {"sue", "stu"}, "c"),
        # A partner is liable too (section 9), but not one who drops out.
        ([LANDLORD, Person("tom", "tenant"), Person("pat", partner="tom")], {"tom", "pat"}, "c"),
        ([LANDLORD, Person("tom", "tenant"), Person("pat", partner="tom", drops_out=True)], {"tom"}, "c"),
    ],
)  # fmt: skip
def test_the_first_line_that_somebody_fits(people, wanted, line):
    found = liability.liable(people)
    assert (found.keys, found.because) == (wanted, f"section 6(2)({line})")
    assert liability.liable(reversed(people)) == found


def test_some_homes_are_the_owners_whoever_lives_there():
    found = liability.liable([LANDLORD, Person("tom", "tenant")], owners_home="shared")
    assert (found.keys, found.because) == ({"landlord"}, "section 8")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: liability.liable([]), "say who the owner is"),
        (lambda: liability.liable([LANDLORD], owners_home="castle"), "no kind of home"),
        (lambda: Position(1, 1, holds=("holiday",)), "There is no hold"),
        (lambda: Person("x", "king"), "There is no interest"),
        (lambda: residents.discount([]), "Nobody lives there"),
        (lambda: residents.discount(["rich"]), "There is no reason"),
        (lambda: exemptions.until("A", None), "ended on 2013-03-31"),
        (lambda: exemptions.until("Z", None), "There is no class"),
        (lambda: premiums.spared("Z", DATE("2025-04-01"), second=True), "There is no class"),
        (lambda: premiums.spared("M", DATE("2025-04-01"), second=True), "not for second homes"),
        (lambda: premiums.spared("J", DATE("2025-04-01"), second=False), "not for empty homes"),
        (lambda: premiums.empty(DATE("2020-01-01"), DATE("2026-01-01"), DATE("2026-01-01")), "must end later"),
    ],
)
def test_what_cannot_be_says_why(make, words):
    with pytest.raises(ValueError, match=words):
        make()


@pytest.mark.parametrize(
    ("adults", "percent"),
    [([""], 25), (["", ""], 0), (["", "student"], 25), (["student", "carer"], 50), (["impaired"], 50),
     (["", "", "student"], 0)],
)  # fmt: skip
def test_a_quarter_for_one_and_half_for_nobody_who_counts(adults, percent):
    assert residents.discount(adults) == percent


@pytest.mark.parametrize("row", vectors.rows("ct_exemption_classes.csv"))
def test_every_published_class_is_known_or_ended(row):
    kind = row["class"]
    if "ABOLISHED" in row["description"]:
        with pytest.raises(ValueError, match="ended on"):
            exemptions.until(kind, None)
    else:
        assert exemptions.CLASSES[kind].occupied == (row["occupied"] == "yes")


def test_six_months_of_a_charitys_home_and_after_probate():
    assert exemptions.until("b", DATE("2026-08-31")) == DATE("2027-03-01")  # there is no 31 February
    assert exemptions.until("F", None) is None
    assert exemptions.until("F", DATE("2026-04-10")) == DATE("2026-10-10")
    assert exemptions.until("N", DATE("2026-04-10")) is None


@pytest.mark.parametrize("row", vectors.rows("ct_premium_exceptions.csv"))
def test_every_published_exception_is_known(row):
    found = premiums.EXCEPTIONS[row["class"]]
    assert (found.empty, found.second) == (
        row["applies_to_long_term_empty"] == "yes", row["applies_to_second_home"] == "yes")  # fmt: skip
    assert found.months == (int(row["max_months"].split()[0]) if row["max_months"] else None)


def test_an_exception_lasts_twelve_months_or_for_good():
    day = DATE("2025-06-01")
    assert premiums.spared("G", day, second=False) == (day, DATE("2026-06-01"))
    assert premiums.spared("J", day, second=True) == (day, None)


def test_a_home_empty_for_eleven_years():
    found = premiums.empty(DATE("2014-04-01"), DATE("2015-04-01"), DATE("2025-04-01"))
    assert found == [
        Step(DATE("2016-04-01"), DATE("2019-04-01"), Fraction(50)),
        Step(DATE("2019-04-01"), DATE("2020-04-01"), Fraction(100)),
        Step(DATE("2020-04-01"), DATE("2024-04-01"), Fraction(200)),
        Step(DATE("2024-04-01"), DATE("2025-04-01"), Fraction(300)),
    ]


def test_one_year_is_enough_since_2024():
    found = premiums.empty(DATE("2023-06-15"), DATE("2024-04-01"), DATE("2025-04-01"))
    assert found == [Step(DATE("2024-06-15"), DATE("2025-04-01"), Fraction(100))]
    assert premiums.empty(DATE("2024-06-15"), DATE("2024-04-01"), DATE("2025-04-01")) == []


days = st.dates(datetime.date(2005, 1, 1), datetime.date(2040, 1, 1))


@given(days, days, st.integers(1, 4_000), st.integers(0, 4_000))
def test_premiums_are_the_same_however_the_days_are_cut(since, start, length, cut):
    end = start + datetime.timedelta(days=length)
    middle = start + datetime.timedelta(days=cut)
    whole = premiums.empty(since, start, end)
    assert all(start <= one.start < one.end <= end for one in whole)
    assert all(a.end <= b.start for a, b in pairwise(whole))
    if start < middle < end:
        halves = premiums.empty(since, start, middle) + premiums.empty(since, middle, end)
        assert sum(one.percent * (one.end - one.start).days for one in halves) == sum(
            one.percent * (one.end - one.start).days for one in whole
        )


@given(days, st.integers(0, 300))
def test_months_later_are_later_and_the_same_day_or_a_first(day, months):
    found = months_later(day, months)
    assert found >= day
    assert found.day in (day.day, 1)
