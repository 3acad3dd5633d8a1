"""When each piece of periodic work is due, and how it went."""

from django.db import models


class Schedule(models.Model):
    """One job of the registry. A worker that locks the row runs the job; the others pass it by."""

    name = models.CharField(max_length=80, primary_key=True)
    cron = models.CharField(max_length=80)  # as last seen, so a changed time takes effect at once
    due_at = models.DateTimeField()
    last_started_at = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=300, blank=True)  # empty once it has gone well again

    class Meta:
        ordering = ["name"]
        constraints = [models.CheckConstraint(name="schedule_has_name", condition=~models.Q(name=""))]

    def __str__(self):
        return self.name
