"""Money that comes in: what is owed, each attempt to pay it, and what was given back."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from . import states


class Order(models.Model):
    """What somebody owes for one thing. The truth about the amount: it was worked out here and never changes.

    `about` names the thing, as messages and documents do. `lines` is [{label, pence}], for people to read.
    """

    about = models.CharField(max_length=60, unique=True)  # "case:LIC-7QK-214": one order each
    reference = models.CharField(max_length=20, unique=True)  # what the provider and the bank statement call it
    description = models.CharField(max_length=255)
    lines = models.JSONField()
    pence = models.PositiveBigIntegerField()
    made_at = models.DateTimeField(default=timezone.now)
    paid_at = models.DateTimeField(null=True, blank=True)
    paid_by = models.OneToOneField("pay.Attempt", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(pence__gt=0), name="order_of_something"),
            models.CheckConstraint(
                condition=Q(paid_by__isnull=True, paid_at__isnull=True)
                | Q(paid_by__isnull=False, paid_at__isnull=False),
                name="order_paid_by_an_attempt",
            ),
        ]

    def __str__(self):
        return self.reference

    @property
    def paid(self) -> bool:
        return self.paid_by_id is not None


class Attempt(models.Model):
    """One payment at the provider. An order may have many; one of them pays it."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="attempts")
    key = models.UUIDField(unique=True, default=uuid.uuid4)  # sent along, so that one whose answer was lost is found
    provider_id = models.CharField(max_length=60, unique=True, null=True, blank=True)
    adopted = models.BooleanField(default=False)  # the provider told us of it: it was not begun here
    status = models.CharField(max_length=12, default=states.OPENING)
    code = models.CharField(max_length=10, blank=True)  # why it failed, as the provider numbers it: P0010
    pence = models.PositiveBigIntegerField()
    refunded = models.PositiveBigIntegerField(default=0)  # given back or on its way back
    made_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(null=True, blank=True)  # when to ask about it next

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=states.ALL), name="attempt_status_known"),
            models.CheckConstraint(condition=Q(pence__gt=0), name="attempt_of_something"),
            models.CheckConstraint(condition=Q(refunded__lte=F("pence")), name="refunded_at_most_what_was_paid"),
            models.CheckConstraint(condition=Q(refunded=0) | Q(status=states.SUCCESS), name="refunded_only_once_paid"),
            models.CheckConstraint(
                condition=~Q(status__in=[states.HEARD, *states.GOING, states.SUCCESS]) | Q(provider_id__isnull=False),
                name="attempt_known_to_the_provider",
            ),
            models.UniqueConstraint(
                fields=["order"], condition=Q(status__in=states.OPEN, adopted=False), name="one_open_attempt"
            ),
        ]
        indexes = [models.Index(fields=["due_at"], condition=Q(due_at__isnull=False), name="attempt_due")]

    def __str__(self):
        return f"{self.order_id}: {self.status}"

    @property
    def left(self) -> int:
        """Pence that can still be given back."""
        return self.pence - self.refunded if self.status == states.SUCCESS else 0


class Refund(models.Model):
    """Money given back from one attempt. `available` is what the provider said could be given back before it."""

    class Status(models.TextChoices):
        ASKING = "asking", "On its way to GOV.UK Pay"
        SUBMITTED = "submitted", "On its way"
        SUCCESS = "success", "Given back"
        ERROR = "error", "Did not go through"

    WAITING = (Status.ASKING, Status.SUBMITTED)

    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="refunds")
    provider_id = models.CharField(max_length=60, unique=True, null=True, blank=True)
    pence = models.PositiveBigIntegerField()
    available = models.PositiveBigIntegerField(null=True, blank=True)
    reason = models.CharField(max_length=1000)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.ASKING)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.CharField(max_length=200)  # the officer's name, as it was

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(pence__gt=0), name="refund_of_something"),
            models.CheckConstraint(condition=~Q(reason=""), name="refund_has_a_reason"),
            models.CheckConstraint(
                condition=Q(status__in=["asking", "submitted", "success", "error"]), name="refund_status_known"
            ),
            models.UniqueConstraint(
                fields=["attempt"], condition=Q(status="asking"), name="one_refund_asked_at_a_time"
            ),
        ]

    def __str__(self):
        return f"{self.pence} of {self.attempt_id}: {self.status}"
