"""A back office that is up, and a delivery to it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.webhooks import registry
from borough.foundations.webhooks.actions import announce, keep_destination
from tests.foundations.together import Clock

from .receiver import Receiver

SECRET = "whsec_" + "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0"
DATA = {"full_name": "Zebedee Quillfeather", "email": "zeb@example.org", "born": "1990-02-01", "grown": ["yes", 41]}


@pytest.fixture
def clock():
    return Clock(timezone.now() + timedelta(seconds=5))  # so that what is written now is due


@pytest.fixture(autouse=True)
def _an_event(monkeypatch):
    monkeypatch.setitem(registry.bodies, "thing.happened", lambda delivery: DATA | delivery.data)


@pytest.fixture
def office():
    with Receiver() as receiver:
        yield receiver


@pytest.fixture
def destination(db, office):
    return keep_destination(name="back-office", url=office.url, secret=SECRET, by=SYSTEM)[0]


@pytest.fixture
def delivery(destination):
    return announce(event="thing.happened", about="case:DEV-7QK-214", to=["back-office"], by=SYSTEM)[0]
