"""The outbox: every message the borough sends, from the moment it is written to the moment somebody has it."""

from django.db import models
from django.db.models import Q

from borough.foundations.outgoing.models import Outgoing, constraints, indexes


class Message(Outgoing):
    """One message to one person by one channel."""

    class Channel(models.TextChoices):
        EMAIL = "email", "E-mail"
        TEXT = "text", "Text message"
        LETTER = "letter", "Letter"

    channel = models.CharField(max_length=10, choices=Channel.choices)
    to = models.TextField()  # an e-mail address, a telephone number, or the lines of a postal address
    subject = models.CharField(max_length=300, blank=True)
    body = models.TextField(blank=True)
    format = models.CharField(max_length=20, default="standard")  # as people.Person.Format
    sensitive = models.BooleanField(default=False)  # holds a secret, so the body goes when the message ends
    unsubscribe = models.URLField(max_length=300, blank=True)  # ends such messages by one POST (RFC 8058)
    provider_id = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = indexes("outbox")
        constraints = [
            *constraints("message"),
            models.CheckConstraint(name="message_channel_known", condition=Q(channel__in=["email", "text", "letter"])),
            models.CheckConstraint(name="message_goes_to_somebody", condition=~Q(to="")),
            models.CheckConstraint(
                name="message_secret_not_kept",
                condition=Q(sensitive=False) | Q(status__in=["waiting", "sending"]) | Q(body=""),
            ),
        ]

    def __str__(self):
        return f"{self.get_channel_display()} {self.pk}, {self.get_status_display().lower()}"


class Shown(models.Model):
    """What the `shown` channel delivered, secrets included: for demonstrations and tests, never in production."""

    message = models.OneToOneField(Message, primary_key=True, on_delete=models.CASCADE, related_name="shown")
    body = models.TextField()

    def __str__(self):
        return f"Message {self.message_id}, shown"
