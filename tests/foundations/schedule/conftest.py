"""A registry with nothing in it but what the test puts there."""

from datetime import datetime

import pytest

from borough.foundations.schedule import registry
from tests.foundations.together import Clock


@pytest.fixture
def jobs(monkeypatch):
    monkeypatch.setattr(registry, "jobs", {})
    return registry.jobs


@pytest.fixture
def clock():
    return Clock(datetime(2026, 3, 2, 9, 0, 30, tzinfo=registry.LONDON))
