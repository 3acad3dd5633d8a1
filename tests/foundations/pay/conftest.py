import pytest

from .world import on


@pytest.fixture
def server(settings):
    """The stand-in for GOV.UK Pay, with our settings pointing at it."""
    with on(settings) as server:
        yield server
