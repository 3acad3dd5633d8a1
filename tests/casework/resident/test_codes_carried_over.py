"""A database with codes on their way, made before codes had a room of their own: they go on working."""

import datetime

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from borough.casework.resident import codes
from borough.foundations import vault
from borough.foundations.audit.actors import RESIDENT
from borough.foundations.codes.models import TRIES, Code
from tests.casework import world

pytestmark = pytest.mark.django_db
BEFORE, AFTER = [("casework", "0001_initial")], [("casework", "0002_codes")]


def migrate(to):
    executor = MigrationExecutor(connection)
    executor.migrate(to)
    return executor.loader.project_state(to).apps


@pytest.fixture
def case(form):
    return world.case(form, world.person(email=""))


@pytest.fixture
def carried(case):
    """carried((channel, digits, more fields), …): kept as they were, then carried over."""

    def carry(*kept):
        old, now = migrate(BEFORE).get_model("casework", "AccessCode"), timezone.now()
        for channel, digits, more in kept:
            old.objects.create(
                case_id=case.pk, channel=channel, digest=vault.digest("access-code", f"{case.pk}:{digits}"),
                **{"made_at": now, "expires_at": now + datetime.timedelta(minutes=15)} | more,
            )  # fmt: skip
        connection.check_constraints()  # or the table could not go: rows of this transaction still wait for theirs
        migrate(AFTER)

    return carry


def test_one_by_letter_opens_the_case_more_than_once(case, carried):
    carried(("letter", "123456", {"expires_at": timezone.now() + datetime.timedelta(days=14)}))
    for _ in range(2):
        assert codes.redeem(reference=case.reference, code="123456", by=RESIDENT) == case


def test_one_by_text_opens_it_once(case, carried):
    carried(("text", "123456", {}))
    assert codes.redeem(reference=case.reference, code="123456", by=RESIDENT) == case
    assert codes.redeem(reference=case.reference, code="123456", by=RESIDENT) is None


@pytest.mark.parametrize("spent", ["tries", "ended_at", "expires_at"])
def test_one_that_no_longer_works_does_not_begin_again(case, carried, spent):
    then = timezone.now() - datetime.timedelta(minutes=1)
    why = {
        "tries": {"tries": TRIES},
        "ended_at": {"ended_at": then},
        "expires_at": {"made_at": then - datetime.timedelta(minutes=15), "expires_at": then},
    }
    carried(("text", "123456", why[spent]))
    assert codes.redeem(reference=case.reference, code="123456", by=RESIDENT) is None


def test_every_one_is_there_as_it_was(case, carried):
    made = timezone.now() - datetime.timedelta(minutes=5)
    carried(
        ("text", "111111", {"made_at": made, "tries": 3}), ("text", "222222", {"ended_at": made}), ("letter", "3", {})
    )
    assert Code.objects.filter(purpose=codes.PURPOSE, subject=str(case.pk)).count() == 3
    kept = Code.objects.get(tries=3)
    assert (kept.made_at, kept.ended_at) == (made, None)
    assert Code.objects.get(channel="text", tries=0).ended_at == made
