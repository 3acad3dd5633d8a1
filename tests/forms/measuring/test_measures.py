"""The measures that every live service reports: nothing of fewer than five people."""

import pytest
from django.test import Client

from borough.forms.measuring import measures
from borough.forms.measuring.models import Opinion

from .. import made
from .days import later, today

pytestmark = pytest.mark.django_db


def readings():
    found = {measure.key: measure for measure in measures.of_services()}
    return {key.removeprefix("borrow-a-bike-"): measure.count(today()) for key, measure in found.items()}


def sent(times):
    for _ in range(times):
        client = Client()
        made.fill(client)
        client.post("/apply/borrow-a-bike/send")


def test_of_few_people_nothing_is_given(bike):
    assert readings() == {
        "transactions": 0,
        "completion": None,
        "unassisted": None,
        "satisfaction": None,
        "minutes": None,
    }
    sent(4)
    Opinion.objects.create(slug="borrow-a-bike", day=today(), score=5)
    assert set(readings().values()) == {None}


def test_of_five_all_is(bike):
    sent(5)
    for score in (5, 5, 5, 5, 1):
        Opinion.objects.create(slug="borrow-a-bike", day=today(), score=score)
    for _ in range(5):
        made.fill(Client(), answers=made.ANSWERS[:1])
    later(days=2)
    found = readings()
    assert found.pop("minutes") is not None
    assert {name: str(value) for name, value in found.items()} == {
        "transactions": "5",
        "completion": "50.0",
        "unassisted": "100.0",
        "satisfaction": "80.0",
    }
