"""What people said of the strategy, in our words, and what we did: as it is shown in public."""

from django.db import models
from django.db.models import Q

from borough.programme.workstreams.models import Said

WHOLE = "strategy"


class Reply(Said):
    """One answer in public. `reference` is the case's: it never names who wrote, and outlives the case."""

    reference = models.CharField(max_length=20)
    about = models.CharField(max_length=20)  # strategy, an area, workstream, post
    workstream = models.CharField(max_length=60, blank=True)  # its key
    post = models.CharField(max_length=200, blank=True)  # what the reader called it
    said = models.TextField()
    did = models.TextField()
    taken_down_at = models.DateTimeField(null=True, blank=True)
    taken_down_because = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "replies"
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(name="reply_says_both", condition=~Q(said="") & ~Q(did="")),
            models.CheckConstraint(
                name="reply_taken_down_with_a_reason",
                condition=Q(taken_down_at=None, taken_down_because="")
                | (Q(taken_down_at__isnull=False) & ~Q(taken_down_because="")),
            ),
        ]
        indexes = [models.Index(fields=["workstream", "-at"], name="reply_of_workstream")]

    def __str__(self):
        return f"Reply to {self.reference}"
