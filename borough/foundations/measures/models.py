"""What was counted, day by day."""

from django.db import models
from django.db.models import Q


class Reading(models.Model):
    """The value of one measure at the end of one day. No value and no error: nobody could know it."""

    key = models.CharField(max_length=80)
    day = models.DateField()
    value = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    counted_at = models.DateTimeField()
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["key", "-day"]
        constraints = [
            models.UniqueConstraint(fields=["key", "day"], name="one_reading_per_day"),
            models.CheckConstraint(name="reading_value_or_error", condition=Q(error="") | Q(value__isnull=True)),
        ]

    def __str__(self):
        return f"{self.key} on {self.day}"
