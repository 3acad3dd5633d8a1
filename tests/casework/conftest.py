import pytest

from . import world


@pytest.fixture
def form(db):
    """The sample service, live."""
    return world.publish()


@pytest.fixture
def ann(form):
    """An officer of the team."""
    return world.officer("Ann")


@pytest.fixture
def bob(form):
    """An approver of the team."""
    return world.officer("Bob", "approver")


@pytest.fixture
def pam(form):
    """A payer of the team."""
    return world.officer("Pam", "payer")


@pytest.fixture
def mo(form):
    """The team's manager."""
    return world.officer("Mo", "manager")


@pytest.fixture
def zoe(form):
    """An officer of another team: a stranger."""
    return world.officer("Zoe", of="housing")


@pytest.fixture
def case(form):
    return world.case(form)
