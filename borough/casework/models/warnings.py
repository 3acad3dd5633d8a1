"""What an officer should know before they meet somebody."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class WarningNote(models.Model):
    """A warning about a person, such as a dog or a threat. It must be looked at again on `review_on`."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="warning_notes")
    text = models.TextField()
    made_on = models.DateField()
    review_on = models.DateField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(review_on__gt=F("made_on")), name="warning_reviewed_after_made"),
            models.CheckConstraint(condition=~Q(text=""), name="warning_says_something"),
        ]

    def __str__(self):
        return f"Warning of {self.made_on}"
