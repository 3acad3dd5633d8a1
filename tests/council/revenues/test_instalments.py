"""How many instalments, of how much, on which days."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borough.council.revenues.rules import instalments
from borough.council.revenues.rules.instalments import Instalment, Policy
from borough.council.revenues.rules.money import pence, pounds
from borough.council.revenues.rules.years import Year

from . import vectors

DATE = datetime.date.fromisoformat
YEAR = Year(DATE("2026-04-01"))
issues = st.dates(YEAR.start - datetime.timedelta(days=60), YEAR.end + datetime.timedelta(days=200))


@pytest.mark.parametrize("row", vectors.rows("ct_instalment_count_by_issue_month.csv"))
def test_how_many_by_the_month_of_the_notice(row):
    month = int(row["month_notice_issued"])
    issued = datetime.date(2026 if month > 3 else 2027, month, 10)
    assert instalments.number(issued, YEAR, 10) == int(row["statutory_10_scheme_count"])
    assert instalments.number(issued, YEAR, 12) == int(row["twelve_on_request_count"])


@pytest.mark.parametrize(
    ("issued", "wanted", "many"),
    [("2026-03-10", 10, 10), ("2026-04-30", 10, 10), ("2026-05-01", 10, 9), ("2026-12-31", 10, 2),
     ("2027-01-01", 10, 1), ("2026-03-10", 12, 12), ("2026-04-15", 12, 12), ("2026-04-16", 12, 11),
     ("2026-12-31", 12, 3), ("2027-01-01", 12, 1), ("2028-01-01", 10, 1)],
)  # fmt: skip
def test_how_many_on_the_days_where_it_changes(issued, wanted, many):
    assert instalments.number(DATE(issued), YEAR, wanted) == many


@pytest.mark.parametrize("row", vectors.rows("ct_instalments.csv"))
def test_amounts_as_published(row):
    many, _x, each = row["expected_rest"].partition(" x ")
    wanted = [pence(row["expected_first"])] + [pence(each)] * int(many)
    total, before = pence(row["aggregate_amount"]), int(row["instalments_before_minimum_rule"])
    assert instalments.amounts(total, before) == wanted


@pytest.mark.parametrize(
    ("total", "wanted"),
    [("1105.14", "106.14 + 9 x 111"), ("0.03", "0.03"), ("9.99", "9.99"), ("10.00", "5 + 1 x 5"),
     ("44.00", "8 + 6 x 6"), ("45.00", "5 + 8 x 5"), ("55.00", "7 + 8 x 6"), ("1000.00", "100 + 9 x 100")],
)  # fmt: skip
def test_the_odd_amount_is_first_and_small_ones_are_joined(total, wanted):
    first, _plus, rest = wanted.partition(" + ")
    many, _x, each = rest.partition(" x ")
    assert instalments.amounts(pence(total), 10) == [pence(first)] + [pence(each or 0)] * int(many or 0)


def test_a_council_may_leave_small_ones_as_they_are():
    policy = Policy(joins_below_five=False, fewer_below_five=False)
    assert instalments.amounts(4_900, 10, policy) == [400] + [500] * 9
    assert instalments.amounts(1_000, 10, policy) == [100] * 10


def test_from_april_to_january_or_march():
    plan = instalments.plan(247_531, DATE("2026-03-12"), YEAR)
    assert (plan[0], plan[-1]) == (Instalment(DATE("2026-04-01"), 24_331), Instalment(DATE("2027-01-01"), 24_800))
    plan = instalments.plan(120_000, DATE("2026-03-12"), YEAR, 12)
    assert [one.due for one in plan] == [DATE(f"2026-{month:02}-01") for month in range(4, 13)] + [
        DATE(f"2027-{month:02}-01") for month in range(1, 4)
    ]


def test_where_the_usual_day_leaves_too_few_months_it_is_the_soonest():
    plan = instalments.plan(120_000, DATE("2026-04-15"), YEAR, 12)
    assert (len(plan), plan[0].due, plan[10].due, plan[11].due) == (
        12, DATE("2026-04-29"), DATE("2027-02-28"), DATE("2027-03-29"))  # fmt: skip
    assert instalments.plan(5_000, DATE("2027-02-20"), YEAR) == [Instalment(DATE("2027-03-06"), 5_000)]


def test_a_change_is_shared_by_what_is_still_to_come():
    plan = instalments.plan(120_000, DATE("2026-03-12"), YEAR)
    lower = instalments.changed(plan, 90_000, DATE("2026-07-15"))
    assert [one.amount for one in lower] == [12_000] * 4 + [7_000] * 6
    assert [one.due for one in lower] == [one.due for one in plan]
    assert instalments.changed(plan, 40_000, DATE("2026-07-15")) == plan[:4]  # the rest is a credit
    assert instalments.changed(plan, 130_000, DATE("2027-02-10")) == [*plan, Instalment(DATE("2027-02-24"), 10_000)]


def test_what_is_no_plan():
    with pytest.raises(ValueError, match="10, or 12"):
        instalments.number(YEAR.start, YEAR, 11)
    with pytest.raises(ValueError, match="in credit"):
        instalments.amounts(-1, 10)
    assert instalments.plan(0, YEAR.start, YEAR) == []


@given(st.integers(1, 1_000_000), issues, st.sampled_from([10, 12]), st.integers(1, 28))
def test_whatever_is_owed_is_asked_for_once(total, issued, wanted, day):
    plan = instalments.plan(total, issued, YEAR, wanted, Policy(day))
    due = [one.due for one in plan]
    assert sum(one.amount for one in plan) == total
    assert len(plan) <= instalments.number(issued, YEAR, wanted)
    assert due[0] >= max(issued + instalments.NOTICE, YEAR.start)
    assert due == sorted(set(due))
    assert due[-1] < YEAR.end or issued > DATE("2026-12-31")
    assert all(one.amount % 100 == 0 for one in plan[1:])
    assert all(one.amount >= 500 for one in plan) or len(plan) == 1
    assert pounds(total)


@given(st.integers(1, 500_000), st.integers(0, 500_000), st.dates(YEAR.start, YEAR.end))
def test_a_change_asks_for_the_new_total_and_no_more(total, new, day):
    before = instalments.plan(total, DATE("2026-03-12"), YEAR)
    after = instalments.changed(before, new, day)
    past = sum(one.amount for one in before if one.due < day)
    assert sum(one.amount for one in after) == max(new, past)
    assert [one for one in after if one.due < day] == [one for one in before if one.due < day]
