"""Counting what is really on the shelves."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from .stock import Device


class StockTake(models.Model):
    """A session of scanning at one site, or everywhere. What should be there was written down when it began."""

    site = models.CharField(max_length=80, blank=True)
    began_at = models.DateTimeField()
    began_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-began_at"]
        constraints = [
            models.UniqueConstraint("site", condition=Q(ended_at__isnull=True), name="one_stock_take_of_a_site")
        ]

    def __str__(self):
        return f"Stock-take of {self.site or 'everything'}"


class Counted(models.Model):
    """One label of a stock-take: expected, found, or both."""

    take = models.ForeignKey(StockTake, on_delete=models.CASCADE, related_name="counted")
    device = models.ForeignKey(Device, on_delete=models.PROTECT, related_name="+")
    expected = models.BooleanField(default=False)
    found_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["take", "device"], name="counted_once"),
            models.CheckConstraint(name="counted_for_a_reason", condition=Q(expected=True) | Q(found_at__isnull=False)),
        ]

    def __str__(self):
        return f"{self.device_id} in {self.take_id}"
