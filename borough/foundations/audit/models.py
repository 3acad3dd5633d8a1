"""Who did what to which record, when and why. Rows are only ever added: the database refuses anything else."""

from django.db import models
from django.utils import timezone


class AuditEvent(models.Model):
    """One act. It names records by kind and id, never by foreign key, so nothing here blocks a lawful deletion."""

    at = models.DateTimeField(default=timezone.now, editable=False)
    actor_kind = models.CharField(max_length=20)  # officer, resident, partner, system
    actor_id = models.CharField(max_length=40, blank=True)
    actor_name = models.CharField(max_length=200, blank=True)
    action = models.CharField(max_length=80)  # noun.verb: case.moved, person.erased, case.viewed
    record_kind = models.CharField(max_length=40)
    record_id = models.CharField(max_length=80)
    reason = models.TextField(blank=True)
    data = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["record_kind", "record_id", "-at"], name="audit_record"),
            models.Index(fields=["actor_kind", "actor_id", "-at"], name="audit_actor"),
            models.Index(fields=["action", "-at"], name="audit_action"),
        ]

    def __str__(self):
        return f"{self.action} {self.record_kind} {self.record_id}"
