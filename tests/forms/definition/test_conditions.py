"""Conditions: any text is read or refused in words, and what is read means what it says."""

import contextlib
import datetime
import operator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from borough.forms.definition.conditions import BadCondition, Comparison, Join, evaluator, names, parse, rules

TODAY = datetime.date(2026, 11, 22)
BEFORE = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


def holds(text, **answers):
    return evaluator(parse(text))(answers, TODAY)


@pytest.mark.parametrize(
    ("text", "answers", "wanted"),
    [
        ('who is "me"', {"who": "me"}, True),
        ("who is 'me'", {"who": "other"}, False),
        ('who is not "me"', {"who": "other"}, True),
        ('who in ["me", "you"]', {"who": "you"}, True),
        ('needs contains "data"', {"needs": ["data", "laptop"]}, True),
        ("room is yes", {"room": True}, True),
        ("room is no", {"room": True}, False),
        ("age >= 21", {"age": Decimal(21)}, True),
        ("age > -1.5", {"age": Decimal("-1.6")}, False),
        ("born < 2005-01-01", {"born": datetime.date(2004, 12, 31)}, True),
        ("born > today - 21 years", {"born": datetime.date(2005, 11, 22)}, False),
        ("born > today - 21 years", {"born": datetime.date(2005, 11, 23)}, True),
        ("after >= before", {"after": Decimal(3), "before": Decimal(2)}, True),
        ("email is answered", {"email": "a@example.org"}, True),
        ("email is not answered", {"email": None}, True),
        ('not (a is "x" or b is "x") and c is "x"', {"a": "y", "b": "y", "c": "x"}, True),
        ('a is "x" or b is "x" and c is "y"', {"a": "x"}, True),
    ],
)
def test_means_what_it_says(text, answers, wanted):
    assert holds(text, **answers) is wanted


@pytest.mark.parametrize("nothing", [None, "", []])
@pytest.mark.parametrize(
    "text", ['a is "x"', 'a is not "x"', "a < 1", "a >= 1", 'a in ["x"]', 'a contains "x"', "a is b", "a is answered"]
)
def test_unanswered_makes_every_comparison_false(text, nothing):
    assert holds(text, a=nothing, b="x") is False
    assert holds(text, b="x") is False
    assert holds("b is a", a=nothing, b="x") is False


def test_a_registered_rule_is_asked():
    condition = evaluator(parse("bikes.left and not bikes.rusty"), {"bikes.left": bool, "bikes.rusty": len}.get)
    assert condition({}, TODAY) is False
    assert rules(parse("bikes.left and not bikes.rusty")) == {"bikes.left", "bikes.rusty"}


def test_names_are_those_asked_about():
    assert names(parse('a is "x" and (b > c or bikes.left)')) == {"a", "b", "c"}


@pytest.mark.parametrize("count", [100_000, 10**40])
def test_a_day_too_far_away_is_refused(count):
    with pytest.raises(BadCondition):
        parse(f"born > today - {count} days")


@pytest.mark.parametrize("text", ["not " * 900 + "a is yes", "(" * 900 + "a is yes" + ")" * 900, "a is yes" * 4000])
def test_what_nests_or_goes_on_too_long_is_read_or_refused(text):
    with contextlib.suppress(BadCondition):
        parse(text)


WORDS = ["who", "age", "is", "not", "answered", "in", "[", "]", ",", '"me"', "'", "<", ">=", "and", "or", "(", ")"]
WORDS += ["contains", "yes", "no", "today", "+", "-", "3", "years", "2026-02-31", "a.b", ".", "\0", "\u202e", "é"]


@given(some.one_of(some.text(max_size=80), some.lists(some.sampled_from(WORDS), max_size=14).map(" ".join)))
def test_any_text_is_read_or_refused_in_words(text):
    with contextlib.suppress(BadCondition):
        assert isinstance(parse(text), Comparison | Join)


# Trees, each as (the text, what it means in plain Python).
texts = some.sampled_from(["x", "y", "z"])
numbers = some.integers(-5, 5)


def said(name, value, op):
    return f'{name} {op} "{value}"'


leaves = some.one_of(
    some.builds(lambda n, v: (f'{n} is "{v}"', lambda a: a.get(n) == v), some.sampled_from("pq"), texts),
    some.builds(
        lambda n, v: (f'{n} is not "{v}"', lambda a: a.get(n) is not None and a[n] != v), some.sampled_from("pq"), texts
    ),
    some.builds(
        lambda n, vs: (f"{n} in [{', '.join(f'{chr(34)}{v}{chr(34)}' for v in vs)}]", lambda a: a.get(n) in vs),
        some.sampled_from("pq"),
        some.lists(texts, min_size=1, max_size=3),
    ),
    some.builds(
        lambda n, op, v: (f"{n} {op} {v}", lambda a: a.get(n) is not None and BEFORE[op](a[n], v)),
        some.sampled_from("mn"),
        some.sampled_from(sorted(BEFORE)),
        numbers,
    ),
    some.builds(lambda n: (f"{n} is answered", lambda a: a.get(n) is not None), some.sampled_from("pqmn")),
    some.builds(lambda n: (f"{n} is not answered", lambda a: a.get(n) is None), some.sampled_from("pqmn")),
)
trees = some.recursive(
    leaves,
    lambda inner: some.one_of(
        some.builds(lambda x, y: (f"({x[0]}) and ({y[0]})", lambda a: x[1](a) and y[1](a)), inner, inner),
        some.builds(lambda x, y: (f"({x[0]}) or ({y[0]})", lambda a: x[1](a) or y[1](a)), inner, inner),
        some.builds(lambda x: (f"not ({x[0]})", lambda a: not x[1](a)), inner),
    ),
    max_leaves=8,
)
answers = some.fixed_dictionaries(
    {},
    optional={n: some.one_of(some.none(), texts) for n in "pq"}
    | {n: some.one_of(some.none(), numbers.map(Decimal)) for n in "mn"},
)


@given(trees, answers)
def test_agrees_with_plain_python(tree, answers):
    text, meant = tree
    assert holds(text, **answers) == meant(answers)
