"""Reading the audit trail, newest first."""

from .models import AuditEvent

NEWEST_FIRST = ("-at", "-pk")


def of(record):
    """What happened to a record."""
    return named(record._meta.model_name, record.pk)


def named(kind: str, id):
    """What happened to a record that may be gone, by its kind and id."""
    return AuditEvent.objects.filter(record_kind=kind.lower(), record_id=str(id)).order_by(*NEWEST_FIRST)


def who_looked(record):
    """Who opened a record."""
    return looks(of(record))


def looks(events):
    """Of these events, those that only read."""
    return events.filter(action__endswith=".viewed")


def by(actor: str):
    """What somebody did: an id, `kind:id`, or a kind alone such as `system`."""
    kind, colon, id = actor.partition(":")
    if colon:
        found = AuditEvent.objects.filter(actor_kind=kind, actor_id=id)
    elif actor in ("officer", "resident", "partner", "system"):
        found = AuditEvent.objects.filter(actor_kind=actor)
    else:
        found = AuditEvent.objects.filter(actor_id=actor)
    return found.order_by(*NEWEST_FIRST)
