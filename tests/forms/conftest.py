"""A small service of our own, published, and a way to answer it."""

from pathlib import Path

import pytest

from borough.forms import publishing, queries
from borough.forms.definition import load
from borough.foundations.audit.actors import SYSTEM

BIKE = Path(__file__).parent / "borrow-a-bike.yaml"


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch):
    monkeypatch.setattr(queries, "FRESH", 3600)  # slow machines must not look twice
    queries.forget()
    yield
    queries.forget()


@pytest.fixture
def bike(db):
    """The service “Borrow a bike”, live."""
    return publish(BIKE.read_text())


def publish(text: str, slug: str = "borrow-a-bike"):
    loaded = load.load_text(text, slug=slug)
    assert not loaded.faults, loaded.faults
    publishing.publish(loaded=loaded, by=SYSTEM)
    queries.forget()
    return queries.live(slug)


ANSWERS = [
    ("who", {"who": "me"}),
    ("name", {"full_name": "Ada Example"}),
    ("email", {"email": "ada@example.org"}),
    ("when", {"wanted_on-day": "27", "wanted_on-month": "3", "wanted_on-year": "2030"}),
]


@pytest.fixture
def answered(client, bike):
    """A client that has answered every page."""
    for page, typed in ANSWERS:
        response = client.post(f"/apply/borrow-a-bike/{page}", typed)
        assert response.status_code == 302, response.content.decode()
    return client
