"""What every test may use."""

import os

import pytest
from hypothesis import settings as hypothesis

from . import people

hypothesis.register_profile("ours", deadline=None, max_examples=60)
hypothesis.register_profile("ci", deadline=None, max_examples=60, derandomize=True)  # the same examples every time
hypothesis.load_profile("ci" if os.environ.get("CI") else "ours")


@pytest.fixture
def officer(db):
    """officer(team_slug="digital-inclusion", role="officer") -> User. See tests/people.py for the others."""
    return people.officer


@pytest.fixture
def signed_in(db):
    """signed_in(user) -> a test client in which they have signed in, with a second factor."""
    return people.signed_in
