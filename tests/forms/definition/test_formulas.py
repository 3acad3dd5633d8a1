"""Formulas: what they give, and what is no formula."""

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from borough.forms.definition.formulas import BadFormula, evaluator, groups, names, parse

LOGIC = {"price": Decimal(3), "items": [{"cost": Decimal(2)}, {"cost": None}, {"cost": Decimal("0.5")}], "on": True}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("10 - 2 - 3", 5),
        ("-price + 5", 2),
        ("price / 2", Decimal("1.5")),
        ("sum(items.cost) + count(items)", Decimal("5.5")),
        ("max(price - 10, 0)", 0),
        ("min(price, 2, 9)", 2),
        ("nobody * 4 + on", 0),
        ("1 / nobody", None),
        ("999999999999 * 999999999999", None),
    ],
)
def test_values(text, value):
    assert evaluator(parse(text))(LOGIC) == value


def test_what_it_uses():
    tree = parse("price * 2 + sum(items.cost) - count(people)")
    assert names(tree) == {"price"}
    assert groups(tree) == {("items", "cost"), ("people", "")}


@pytest.mark.parametrize("text", ["", "1 +", "price ** 2", "sum(items)", "sum(a, b)", "__import__('os')", "1" * 40])
def test_what_is_no_formula(text):
    with pytest.raises(BadFormula):
        parse(text)


@pytest.mark.parametrize(
    "text", ["-" * 900 + "1", "+".join(["1"] * 1500), "1+" * 3000 + "1", "-" * 101 + "1", "1+" * 110 + "1"]
)
def test_a_very_long_one_is_refused(text):
    with pytest.raises(BadFormula):
        parse(text)


def test_a_hundred_things_added_up_will_do():
    assert evaluator(parse("+".join(["1"] * 100)))({}) == 100
    assert evaluator(parse("-" * 98 + "1"))({}) == 1
    assert evaluator(parse("(" * 500 + "1" + ")" * 500))({}) == 1


@given(some.lists(some.decimals(min_value=-1000, max_value=1000, places=2), min_size=1, max_size=20))
def test_a_sum_over_rows_is_their_sum(amounts):
    rows = [{"cost": amount} for amount in amounts]
    assert evaluator(parse("sum(rows.cost)"))({"rows": rows}) == sum(amounts)


@given(some.text(max_size=60))
def test_any_text_is_a_formula_or_refused(text):
    with contextlib.suppress(BadFormula):
        evaluator(parse(text))({})
