"""`borough services figures`: how each live service does, as a table or as JSON."""

import pytest
from django.test import Client

from .. import made
from ..measuring.days import later
from .run import as_json, services

pytestmark = pytest.mark.django_db


@pytest.fixture
def used(bike):
    """One sent, one stopped at the second page."""
    client = Client()
    made.fill(client)
    client.post("/apply/borrow-a-bike/send")
    made.fill(Client(), answers=made.ANSWERS[:1])
    later(days=2)


def test_as_a_table(used):
    status, out, _ = services("figures", "borrow-a-bike", "--cost", "12")
    assert status == 0
    assert out.split()[:5] == ["borrow-a-bike", "2", "begun", "1", "sent"]
    assert "completed % 50.0" in out
    assert "£ each 12.00" in out


def test_as_json(used, everything):
    status, data = as_json("figures", "--days", "7")
    assert status == 0
    found = {one["service"]: one for one in data["services"]}
    assert {slug: one["begun"] for slug, one in found.items()} == {"borrow-a-bike": 2, "everything": 0}
    assert [row["stopped"] for row in found["borrow-a-bike"]["stops"] if row["page"] == "name"] == [1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nothing"], "There is no live service called nothing"),
        (["borrow-a-bike", "--cost", "x"], "must be an amount of money"),
        (["--cost", "12"], "Say which service"),
    ],
)
def test_what_cannot_be_said_is_a_sentence(used, words, said):
    status, _, err = services("figures", *words)
    assert status == 1
    assert said in err
