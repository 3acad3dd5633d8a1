"""A pattern that could keep a server busy for ever is refused; those people write are not."""

import pytest

from borough.forms.questions import patterns


@pytest.mark.parametrize(
    "pattern",
    [
        "[0-9]{8}",
        "[0-9]{8}|[A-Za-z]{2}[0-9]{6}",
        "([A-Z]{2})+",
        "[A-Z][0-9]{1,2}( [0-9][A-Z]{2})?",
        r"\d+(\.\d{1,2})?",
        "(?i)[a-z]+-[a-z]+",
        ".*",
    ],
)
def test_plain_patterns_will_do(pattern):
    assert list(patterns.faults(pattern)) == []


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+b",
        "(a|aa)*b",
        r"(\w+\s?)*x",
        "(.*)*",
        "((a{1,9}){1,9}){1,9}",
        "a*a*a*a*b",
        r"(a+)\1",
        "(",
        "a{9999999999999}",
    ],
)
def test_slow_and_broken_ones_are_refused(pattern):
    assert len(list(patterns.faults(pattern))) == 1
