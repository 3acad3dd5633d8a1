"""Small services of our own, published, and a way to answer one."""

import pytest

from borough.forms import queries

from . import made


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch):
    monkeypatch.setattr(queries, "FRESH", 3600)  # slow machines must not look twice
    queries.forget()
    yield
    queries.forget()


@pytest.fixture
def bike(db):
    """The service “Borrow a bike”, live."""
    return made.publish(made.BIKE)


@pytest.fixture
def everything(db):
    """The service “Everything we can ask”, live at /apply/everything/."""
    return made.publish(made.EVERYTHING, "everything")


@pytest.fixture
def party(db):
    """The service “Close a street for a party”, live."""
    return made.publish(made.PARTY, "party")


@pytest.fixture
def answered(client, bike):
    """A client that has answered every page."""
    made.fill(client)
    return client
