"""Reading the audit trail."""

from .models import AuditEvent


def of(record):
    """What happened to a record, newest first."""
    return AuditEvent.objects.filter(record_kind=record._meta.model_name, record_id=str(record.pk)).order_by("-at", "-pk")


def who_looked(record):
    """Who opened a record, newest first."""
    return of(record).filter(action__endswith=".viewed")
