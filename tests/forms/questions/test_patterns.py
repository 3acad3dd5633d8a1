"""A pattern that could keep a server busy for ever is refused; those people write are not."""

import time

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
        r"(a+)\1",
        "(",
        "a{9999999999999}",
        "((a{999}){999}){999}",
        "(ab{400}){400}",
        "(" * 99 + "a" + "){9}" * 99,
    ],
)
def test_slow_and_broken_ones_are_refused(pattern):
    assert len(list(patterns.faults(pattern))) == 1


def test_one_that_is_only_slow_stops_when_its_time_is_up():
    started = time.monotonic()
    assert not patterns.matches("a*a*a*a*a*a*a*a*b", "a" * 400)
    assert time.monotonic() - started < 5 * patterns.SECONDS
    assert patterns.matches("a*a*a*a*b", "aab")
