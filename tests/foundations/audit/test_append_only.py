"""The database refuses to change or remove an event, whoever asks and however."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from borough.foundations.audit.models import AuditEvent

pytestmark = pytest.mark.django_db
REFUSED = pytest.raises(IntegrityError, match="only ever added to")


def event(**age):
    at = timezone.now() - timedelta(**age)
    return AuditEvent.objects.create(at=at, actor_kind="system", action="a.b", record_kind="case", record_id="1")


def sql(statement):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("days", [0, 365 * 20])
def test_an_event_cannot_be_changed(days):
    found = event(days=days)
    found.reason = "another"
    with REFUSED, transaction.atomic():
        found.save()
    with REFUSED:
        sql("UPDATE audit_auditevent SET reason = ''")


@pytest.mark.parametrize("days", [0, 365 * 20])
def test_an_event_cannot_be_deleted(days):
    found = event(days=days)
    with REFUSED, transaction.atomic():
        found.delete()
    with REFUSED:
        sql("DELETE FROM audit_auditevent")


def test_a_young_event_cannot_be_deleted_by_pretending_to_purge():
    event(days=365)
    with REFUSED:
        sql("SET LOCAL borough.audit_purge = 'on'; DELETE FROM audit_auditevent")


def test_the_databases_own_purge_refuses_a_young_day():
    event(days=365)
    with pytest.raises(IntegrityError, match="kept for seven years"):
        sql("SELECT audit_purge(now())")


def test_emptying_the_table_is_for_test_databases_only():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_functiondef('audit_keep'::regproc)")
        assert "starts_with(current_database(), 'test_')" in cursor.fetchone()[0]
