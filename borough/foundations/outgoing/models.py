"""What every row that leaves the machine has, and what the database holds it to."""

from django.db import models
from django.db.models import Q
from django.utils import timezone


class Status(models.TextChoices):
    WAITING = "waiting", "Waiting to be sent"
    SENDING = "sending", "Being sent"
    SENT = "sent", "Sent"
    FAILED = "failed", "Not sent"
    CANCELLED = "cancelled", "Cancelled"


class Outgoing(models.Model):
    """One thing for one receiver: written with what it tells about, handed over by the worker."""

    Status = Status
    ENDED = (Status.SENT, Status.FAILED, Status.CANCELLED)

    about = models.CharField(max_length=120, blank=True)  # kind:reference, such as case:DEV-7QK-214
    key = models.CharField(max_length=200, blank=True)  # what makes a second one the same
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)  # why the last attempt did not succeed
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True


def indexes(name: str) -> list[models.Index]:
    """Small ones: nearly every row has ended."""
    return [
        models.Index(fields=["due_at", "id"], name=f"{name}_waiting", condition=Q(status="waiting")),
        models.Index(fields=["claimed_at"], name=f"{name}_sending", condition=Q(status="sending")),
        models.Index(fields=["-created_at"], name=f"{name}_failed", condition=Q(status="failed")),
        models.Index(fields=["about", "-created_at"], name=f"{name}_about", condition=~Q(about="")),
    ]


def constraints(name: str) -> list[models.BaseConstraint]:
    return [
        models.UniqueConstraint(fields=["key"], name=f"{name}_key_once", condition=~Q(key="")),
        models.CheckConstraint(
            name=f"{name}_status_known", condition=Q(status__in=[str(one) for one in Status.values])
        ),
        models.CheckConstraint(
            name=f"{name}_sent_has_time",
            condition=Q(status="sent", sent_at__isnull=False) | (~Q(status="sent") & Q(sent_at__isnull=True)),
        ),
        models.CheckConstraint(
            name=f"{name}_sending_is_claimed", condition=~Q(status="sending") | Q(claimed_at__isnull=False)
        ),
    ]
