"""A loan or a return that waits for the borrower to sign on their own phone."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from .loans import Loan
from .queue import Offer


class Handover(models.Model):
    """What the officer filled in, kept while the borrower reads and signs. Its link opens this one thing, once."""

    offer = models.ForeignKey(Offer, null=True, blank=True, on_delete=models.CASCADE, related_name="handovers")
    loan = models.ForeignKey(Loan, null=True, blank=True, on_delete=models.CASCADE, related_name="handovers")
    token_hash = models.CharField(max_length=64, unique=True)
    text = models.TextField()  # what they read and sign
    typed = models.JSONField(default=dict)  # the officer's part of the form, to go on with
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    signed_name = models.CharField(max_length=160, blank=True)
    signed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="handover_of_one_thing",
                condition=Q(offer__isnull=False, loan__isnull=True) | Q(offer__isnull=True, loan__isnull=False),
            ),
            models.CheckConstraint(
                name="handover_signed_by_somebody",
                condition=Q(signed_at__isnull=True, signed_name="") | (Q(signed_at__isnull=False) & ~Q(signed_name="")),
            ),
        ]

    def __str__(self):
        return f"Handover {self.pk}"
