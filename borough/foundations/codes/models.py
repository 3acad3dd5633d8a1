"""Codes that are on their way, or were."""

from django.db import models
from django.db.models import F, Q

TRIES = 5
CHANNELS = ["text", "email", "letter"]


class Code(models.Model):
    """Six digits sent by a way somebody gave us. Only a keyed hash is kept.

    `subject` is what it opens or shows, within its `purpose`: the number of a case, or a question of a journey.
    """

    purpose = models.CharField(max_length=40)
    subject = models.CharField(max_length=200)
    channel = models.CharField(max_length=10)
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)  # wrong ones
    ended_at = models.DateTimeField(null=True, blank=True)  # used, or replaced by a newer one

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(channel__in=CHANNELS), name="code_known_channel"),
            models.CheckConstraint(condition=Q(digest__regex="^[0-9a-f]{64}$"), name="code_is_hashed"),
            models.CheckConstraint(condition=Q(tries__lte=TRIES), name="code_few_tries"),
            models.CheckConstraint(condition=Q(expires_at__gt=F("made_at")), name="code_expires"),
            models.UniqueConstraint(
                fields=["purpose", "subject", "channel"], condition=Q(ended_at=None), name="one_code_by_channel"
            ),
        ]
        indexes = [models.Index(fields=["expires_at"], name="code_old")]

    def __str__(self):
        return f"{self.purpose} by {self.channel}"
