"""The queue: who needs what, in which order, and the one offer that somebody has at a time."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from .stock import Device


class Request(models.Model):
    """Somebody who may borrow and waits. The order is band, then `queued_at`, then number.

    `queued_at` is the place: it stays when the first offer is declined, and moves to the end after that.
    """

    class Band(models.IntegerChoices):
        URGENT = 1, "Cannot wait"
        HIGH = 2, "Soon"
        NORMAL = 3, "In turn"

    class Ended(models.TextChoices):
        LENT = "lent", "Lent"
        LEFT = "left", "Left the queue"

    case = models.OneToOneField("casework.Case", on_delete=models.PROTECT, related_name="device_request")
    kinds = ArrayField(models.CharField(max_length=10))  # any one of them will do
    data = models.BooleanField(default=False)  # mobile data goes with it
    purposes = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    referrer = models.ForeignKey(
        "people.Organisation", null=True, blank=True, on_delete=models.PROTECT, related_name="device_requests"
    )
    band = models.PositiveSmallIntegerField(choices=Band.choices, default=Band.NORMAL)
    asked_at = models.DateTimeField()
    queued_at = models.DateTimeField()
    declined = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended = models.CharField(max_length=10, choices=Ended.choices, blank=True)

    class Meta:
        ordering = ["band", "queued_at", "pk"]
        constraints = [
            models.CheckConstraint(name="request_band_known", condition=Q(band__in=[1, 2, 3])),
            models.CheckConstraint(
                name="request_of_something",
                condition=Q(kinds__len__gt=0, kinds__contained_by=["laptop", "tablet", "phone", "dongle"]),
            ),
            models.CheckConstraint(
                name="request_ended_somehow",
                condition=Q(ended_at__isnull=True, ended="") | (Q(ended_at__isnull=False) & ~Q(ended="")),
            ),
        ]
        indexes = [
            models.Index(fields=["band", "queued_at", "id"], condition=Q(ended_at__isnull=True), name="request_order")
        ]

    def __str__(self):
        return f"Request {self.pk}"


class Offer(models.Model):
    """One device, kept for one person until it expires. A device and a request have one live offer at most."""

    class Ended(models.TextChoices):
        CLAIMED = "claimed", "Borrowed"
        DECLINED = "declined", "Declined"
        EXPIRED = "expired", "Not collected"
        WITHDRAWN = "withdrawn", "Taken back by us"

    device = models.ForeignKey(Device, on_delete=models.PROTECT, related_name="offers")
    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="offers")
    made_at = models.DateTimeField()
    expires_on = models.DateField()  # the first day on which it is no longer kept for them
    ended_at = models.DateTimeField(null=True, blank=True)
    ended = models.CharField(max_length=10, choices=Ended.choices, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("device", condition=Q(ended_at__isnull=True), name="one_live_offer_per_device"),
            models.UniqueConstraint("request", condition=Q(ended_at__isnull=True), name="one_live_offer_per_request"),
            models.CheckConstraint(
                name="offer_ended_somehow",
                condition=Q(ended_at__isnull=True, ended="") | (Q(ended_at__isnull=False) & ~Q(ended="")),
            ),
            models.CheckConstraint(
                name="offer_ends_after_it_was_made", condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("made_at"))
            ),
        ]

    def __str__(self):
        return f"Offer {self.pk}"
