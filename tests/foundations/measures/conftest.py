"""A registry with nothing in it but what the test declares."""

import pytest

from borough.foundations.measures import registry


@pytest.fixture
def declare(monkeypatch):
    monkeypatch.setattr(registry, "_declared", {})
    monkeypatch.setattr(registry, "_providers", [])

    def declare(key="devices-lent", count=lambda day: 3, **given):
        words = {"title": "Devices lent", "unit": "cases", "definition": "Cases ever lent.", "direction": "up"}
        return registry.declare(key, count=count, **words | given)

    return declare
