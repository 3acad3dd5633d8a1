"""Codes that open one case to somebody who has its reference and no e-mail."""

import datetime

from django.db import models
from django.db.models import F, Q

TRIES = 5
LASTS = {
    "text": datetime.timedelta(minutes=15),
    "email": datetime.timedelta(minutes=15),
    "letter": datetime.timedelta(days=14),
}


class AccessCode(models.Model):
    """Six digits sent to whoever the case is about, by a way they gave us. Only a keyed hash is kept.

    A code by text or e-mail opens the case once. One by letter goes on working until it expires: a letter for each
    visit would take days.
    """

    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="access_codes")
    channel = models.CharField(max_length=10)
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)  # wrong ones
    ended_at = models.DateTimeField(null=True, blank=True)  # used, or replaced by a newer one

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(channel__in=list(LASTS)), name="access_code_known_channel"),
            models.CheckConstraint(condition=Q(digest__regex="^[0-9a-f]{64}$"), name="access_code_is_hashed"),
            models.CheckConstraint(condition=Q(tries__lte=TRIES), name="access_code_few_tries"),
            models.CheckConstraint(condition=Q(expires_at__gt=F("made_at")), name="access_code_expires"),
            models.UniqueConstraint(
                fields=["case", "channel"], condition=Q(ended_at=None), name="one_access_code_by_channel"
            ),
        ]
        indexes = [models.Index(fields=["expires_at"], name="access_code_old")]

    def __str__(self):
        return f"Code by {self.channel} for {self.case}"
