"""A resident with a case, and browsers for everybody who may try to open it."""

import pytest
from django.test import Client

from borough.casework import actions
from tests import people
from tests.casework import world
from tests.casework.conftest import ann, bob, form, mo  # noqa: F401


@pytest.fixture
def sam(form):  # noqa: F811
    """A resident with an account and a person of their own."""
    return people.resident(email="sam@example.org", name="Sam Example")


@pytest.fixture
def person(sam):
    return world.person(user=sam)


@pytest.fixture
def case(form, person):  # noqa: F811
    return world.case(form, person)


@pytest.fixture
def here(case):
    return f"/your-applications/{case.reference}/"


@pytest.fixture
def sams(sam, person):
    return people.signed_in(sam, factor=None)


@pytest.fixture
def stranger(form):  # noqa: F811
    return people.signed_in(people.resident(), factor=None)


@pytest.fixture
def anonymous():
    return Client()


@pytest.fixture
def waiting(case, ann):  # noqa: F811
    """The case waits for Sam: an officer asked for something."""
    return actions.move(case=case, move="ask", by=ann, reason="Send us your lease.")
