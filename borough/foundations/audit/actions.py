"""The one way to write the audit trail."""

from django.db import transaction

from borough.foundations import rows

from .models import AuditEvent


def record(
    *, action: str, record=None, kind: str = "", id="", by, reason: str = "", data: dict | None = None
) -> AuditEvent:
    """Write one event, in the caller's transaction.

    Pass `record` (a saved model) or `kind` and `id`. `action` is noun.verb. `data` must hold no more personal data than
    the record does: prefer field names and states to values. A resident's name is not copied, only their id, because
    the trail outlives a lawful erasure.
    Raises RuntimeError outside a transaction, because an act and its event must be kept or lost together.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError(f"{action}: an audit event needs the transaction of the act it records")
    if record is not None:
        kind, id = record._meta.model_name, record.pk
    who = by.actor
    event = AuditEvent(
        actor_kind=who.kind, actor_id=who.id, actor_name="Resident" if who.kind == "resident" else who.name,
        action=action, record_kind=kind, record_id=str(id), reason=reason, data=data or {},
    )  # fmt: skip
    rows.add(event)
    return event
