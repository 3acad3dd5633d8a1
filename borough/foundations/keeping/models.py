"""What is kept for a legal claim or an inquiry, whatever else says that its time is up."""

from django.db import models
from django.db.models import F, Q


class Hold(models.Model):
    """One thing held. While it is, nothing of it is deleted or erased by anybody."""

    about = models.CharField(max_length=120)  # kind:reference, such as case:DEV-7QK-214
    reason = models.CharField(max_length=300)  # such as the claim's own reference; never a person's name
    placed_at = models.DateTimeField(auto_now_add=True)
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["about"], condition=Q(lifted_at=None), name="held_once"),
            models.CheckConstraint(condition=~Q(about="") & ~Q(reason=""), name="hold_says_what_and_why"),
            models.CheckConstraint(condition=Q(lifted_at=None) | Q(lifted_at__gte=F("placed_at")), name="hold_is_over"),
        ]

    def __str__(self):
        return f"{self.about}: {self.reason}"
