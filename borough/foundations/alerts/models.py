"""What everybody has to know now: snow, a phone line that is down, a death in the royal family."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from wagtail.admin.panels import FieldPanel

PUBLISHERS = "Emergency publishers"  # a group: they may write alerts, and nothing else


class Alert(models.Model):
    """A banner on every public page from the moment it is saved until it ends. Newest first."""

    class Kind(models.TextChoices):
        EMERGENCY = "emergency", "Emergency: people may be in danger"
        TROUBLE = "trouble", "Something does not work"
        NEWS = "news", "Everybody should know"

    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.TROUBLE)
    title = models.CharField(max_length=100, help_text="What it is, in a few words.")
    words = models.CharField(max_length=300, help_text="What to do. One or two sentences.")
    link = models.CharField(
        max_length=300, blank=True, help_text="Where to read more: an address that begins with / or https://"
    )
    starts_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField(null=True, blank=True, help_text="Leave empty to show it until you delete it.")

    panels = [
        FieldPanel("kind"),
        FieldPanel("title"),
        FieldPanel("words"),
        FieldPanel("link"),
        FieldPanel("starts_at"),
        FieldPanel("ends_at"),
    ]

    class Meta:
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="alert_ends_after_it_starts", condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at"))
            ),
            models.CheckConstraint(name="alert_says_something", condition=~Q(title="") & ~Q(words="")),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        if self.link and not self.link.startswith(("/", "https://")):
            raise ValidationError({"link": "Begin the address with / or https://"})
        if self.ends_at and self.starts_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": "It has to end after it starts"})
