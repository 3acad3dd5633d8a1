"""The outbox: every message the borough sends, from the moment it is written to the moment somebody has it."""

from django.db import models
from django.db.models import Q
from django.utils import timezone


class Message(models.Model):
    """One message to one person by one channel: written with what it tells about, sent by the worker."""

    class Channel(models.TextChoices):
        EMAIL = "email", "E-mail"
        TEXT = "text", "Text message"
        LETTER = "letter", "Letter"

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting to be sent"
        SENDING = "sending", "Being sent"
        SENT = "sent", "Sent"
        FAILED = "failed", "Not sent"
        CANCELLED = "cancelled", "Cancelled"

    ENDED = (Status.SENT, Status.FAILED, Status.CANCELLED)

    channel = models.CharField(max_length=10, choices=Channel.choices)
    to = models.TextField()  # an e-mail address, a telephone number, or the lines of a postal address
    subject = models.CharField(max_length=300, blank=True)
    body = models.TextField(blank=True)
    about = models.CharField(max_length=120, blank=True)  # kind:reference, such as case:DEV-7QK-214
    key = models.CharField(max_length=200, blank=True)  # what makes a second send the same message
    format = models.CharField(max_length=20, default="standard")  # as people.Person.Format
    sensitive = models.BooleanField(default=False)  # holds a secret, so the body goes when the message ends
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)  # why the last attempt did not succeed
    provider_id = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [
            models.Index(fields=["due_at", "id"], name="outbox_waiting", condition=Q(status="waiting")),
            models.Index(fields=["claimed_at"], name="outbox_sending", condition=Q(status="sending")),
            models.Index(fields=["-created_at"], name="outbox_failed", condition=Q(status="failed")),
            models.Index(fields=["about", "-created_at"], name="outbox_about", condition=~Q(about="")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["key"], name="message_key_once", condition=~Q(key="")),
            models.CheckConstraint(name="message_channel_known", condition=Q(channel__in=["email", "text", "letter"])),
            models.CheckConstraint(
                name="message_status_known",
                condition=Q(status__in=["waiting", "sending", "sent", "failed", "cancelled"]),
            ),
            models.CheckConstraint(
                name="message_sent_has_time",
                condition=Q(status="sent", sent_at__isnull=False) | (~Q(status="sent") & Q(sent_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="message_sending_is_claimed", condition=~Q(status="sending") | Q(claimed_at__isnull=False)
            ),
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
