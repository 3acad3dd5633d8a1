"""Rooms declare what they count."""

import pytest

from borough.foundations.measures import registry
from borough.foundations.measures.registry import Measure


def test_it_is_found_by_key(declare):
    measure = declare()
    assert registry.get("devices-lent") == measure
    assert registry.get("unknown") is None
    assert registry.measures() == [measure]


def test_a_key_is_used_once(declare):
    declare()
    with pytest.raises(ValueError, match="two measures are called devices-lent"):
        declare()


@pytest.mark.parametrize("given", [{"key": "Devices Lent"}, {"key": "x" * 81}, {"direction": "sideways"}])
def test_a_bad_one_stops_the_start(declare, given):
    with pytest.raises(ValueError, match="measure"):
        declare(**given)


def test_a_provider_gives_those_of_the_moment(declare):
    declare()
    now = [Measure("bins-emptied", "Bins emptied", "bins", "All bins.", "up", len)]
    registry.provide(lambda: now)
    assert [measure.key for measure in registry.measures()] == ["bins-emptied", "devices-lent"]
    now.clear()
    assert [measure.key for measure in registry.measures()] == ["devices-lent"]


def test_a_provider_may_not_take_a_key(declare):
    measure = declare()
    registry.provide(lambda: [measure])
    with pytest.raises(ValueError, match="two measures"):
        registry.measures()
