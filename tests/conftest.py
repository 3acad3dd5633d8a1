"""What every test may use."""

import os
from unittest.mock import patch

import pytest
from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase
from hypothesis import settings as hypothesis

from borough.foundations.scratch import pattern

from . import emptying, people
from .foundations.documents import clamd

hypothesis.register_profile("ours", deadline=None, max_examples=60)
hypothesis.register_profile("ci", deadline=None, max_examples=60, derandomize=True)  # the same examples every time
hypothesis.load_profile("ci" if os.environ.get("CI") else "ours")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_blocker, django_db_modify_db_settings_parallel_suffix):
    """Copy the tables from a database made once: each process of a run would else make two hundred of them anew."""
    with django_db_blocker.unblock():
        settings.DATABASES["default"]["TEST"]["TEMPLATE"] = pattern(lambda line: None)
        connection.settings_dict["TEST"]["TEMPLATE"] = settings.DATABASES["default"]["TEST"]["TEMPLATE"]
        connection.close()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """What a test with transactions of its own leaves is deleted; what the migrations made stays."""
    with django_db_blocker.unblock():
        names = emptying.tables()
        ours, pages = sorted(set(names) - set(emptying.with_rows(names))), emptying.pages()
    with patch.object(TransactionTestCase, "_fixture_teardown", lambda test: emptying.empty(ours, pages)):
        yield


@pytest.fixture(autouse=True)
def _no_page_kept():
    """What a process keeps of the website for a while is of the test before."""
    from borough.foundations.alerts import queries as alerts
    from borough.website.search import documents

    alerts.forget()
    documents.forget()


@pytest.fixture
def officer(db):
    """officer(team_slug="digital-inclusion", role="officer") -> User. See tests/people.py for the others."""
    return people.officer


@pytest.fixture
def signed_in(db):
    """signed_in(user) -> a test client in which they have signed in, with a second factor."""
    return people.signed_in


@pytest.fixture(scope="session")
def clamd_url():
    """Where a real virus scanner answers, started once for the session. Skips where none is installed."""
    with clamd.running() as url:
        yield url


@pytest.fixture
def scanner(clamd_url, settings):
    """What is uploaded waits to be scanned, and `scan_due()` has it scanned."""
    settings.CLAMD_URL = clamd_url
    return clamd_url
