import pytest
from django.db import connection, transaction

from borough.demonstration.load import load
from borough.forms import queries as forms

from . import dump


@pytest.fixture(scope="package")
def twice(django_db_setup, django_db_blocker):
    """What two loads of the same day wrote. The second stays until the last test of this folder."""
    with django_db_blocker.unblock(), transaction.atomic():
        with transaction.atomic():
            first = _loaded()
            transaction.set_rollback(True)
        yield first, _loaded()
        transaction.set_rollback(True)
    forms.forget()


@pytest.fixture
def borough(twice, db):
    """The demonstration borough, loaded."""


@pytest.fixture
def here(settings):
    """This is a demonstration. The pages' addresses come with @pytest.mark.urls("tests.demonstration.urls")."""
    settings.DEMONSTRATION = True


def _loaded():
    with connection.cursor() as cursor:
        for table in dump.numbered():
            cursor.execute(f"ALTER SEQUENCE {table}_id_seq RESTART")  # so that both loads count from one
    said = []
    load(say=said.append, day=dump.DAY)
    return dump.dump() | {"said": said}
