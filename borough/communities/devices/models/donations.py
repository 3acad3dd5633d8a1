"""Devices that somebody gives us, from the offer to stock or recycling."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from .stock import Clearance, Device


class Donation(models.Model):
    """One device that was offered to us. Into stock it goes wiped, with a certificate, and graded."""

    class State(models.TextChoices):
        OFFERED = "offered", "Offered"
        COLLECTED = "collected", "Collected"
        ASSESSED = "assessed", "Assessed"
        WIPED = "wiped", "Wiped"
        STOCKED = "stocked", "In stock"
        RECYCLED = "recycled", "Recycled"

    class Grade(models.TextChoices):
        A = "A", "Like new"
        B = "B", "Good"
        C = "C", "Worn but works"

    donor = models.CharField(max_length=160)  # an organisation, or “A resident”
    kind = models.CharField(max_length=10, choices=Device.Kind.choices)
    maker = models.CharField(max_length=60, blank=True)
    model = models.CharField(max_length=80, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OFFERED)
    offered_on = models.DateField()
    collected_on = models.DateField(null=True, blank=True)
    assessment = models.CharField(max_length=300, blank=True)
    method = models.CharField(max_length=10, choices=Clearance.Method.choices, blank=True)
    certificate = models.CharField(max_length=80, blank=True)
    wiped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    wiped_at = models.DateTimeField(null=True, blank=True)
    grade = models.CharField(max_length=1, choices=Grade.choices, blank=True)
    device = models.OneToOneField(Device, null=True, blank=True, on_delete=models.PROTECT, related_name="donation")
    why_recycled = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-offered_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="stocked_with_certificate_and_grade",
                condition=~Q(state="stocked")
                | (Q(device__isnull=False, wiped_at__isnull=False) & ~Q(certificate="") & ~Q(grade="")),
            ),
            models.CheckConstraint(
                name="collected_after_offered", condition=Q(collected_on=None) | Q(collected_on__gte=F("offered_on"))
            ),
        ]

    def __str__(self):
        return f"Donation {self.pk} from {self.donor}"
