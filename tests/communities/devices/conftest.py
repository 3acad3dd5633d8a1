import pytest

from . import world


@pytest.fixture
def form(db):
    return world.publish()


@pytest.fixture
def amy(form):
    return world.staff(name="Amy")


@pytest.fixture
def ben(form):
    return world.staff(name="Ben")
