"""What happened to a case, and what was checked."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class TimelineEntry(models.Model):
    """One thing that happened, as officers read it. Rows are only added; erasing a person blanks `text` and `data`."""

    class Kind(models.TextChoices):
        SENT = "sent"
        MOVED = "moved"
        ASSIGNED = "assigned"
        NOTE = "note"
        MESSAGE_IN = "message_in"
        MESSAGE_OUT = "message_out"
        DOCUMENT = "document"
        TASK = "task"
        TRANSFER = "transfer"
        REOPENED = "reopened"
        LINKED = "linked"
        MERGED = "merged"
        CHANGED = "changed"  # priority, restriction

    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="timeline")
    at = models.DateTimeField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    who_kind = models.CharField(max_length=20)  # officer, resident, partner, system
    who_id = models.CharField(max_length=40, blank=True)
    who_name = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)  # what was written, or what the actor did: "moved it to Checks"
    entered = models.CharField(max_length=60, blank=True)  # the state entered, so that measures can count
    data = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name_plural = "timeline"
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["case", "-at"], name="timeline_of_case"),
            models.Index(fields=["entered", "at"], condition=~Q(entered=""), name="timeline_entered"),
            models.Index(fields=["kind", "at"], name="timeline_kind"),
        ]

    def __str__(self):
        return f"{self.kind} {self.at:%Y-%m-%d %H:%M}"


class Task(models.Model):
    """A task of the workflow that somebody has done on a case. Not done is no row."""

    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="tasks_done")
    name = models.SlugField(max_length=60)
    done_at = models.DateTimeField()
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "name"], name="task_done_once")]

    def __str__(self):
        return self.name
