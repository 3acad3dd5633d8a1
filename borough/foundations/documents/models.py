"""Files people gave us. The bytes lie in storage under a random key; the row says what they are and whose."""

import uuid

from django.core.files.storage import storages
from django.db import models
from django.db.models import Q
from django.utils import timezone

from . import kinds


def store():
    """Where the bytes are kept: a folder, or a bucket, by setting."""
    return storages["documents"]


class Scan(models.TextChoices):
    """What the virus scanner said of a file, or why it said nothing."""

    NONE = "none", "Not scanned for viruses"
    WAITING = "waiting", "Not scanned yet"
    CLEAN = "clean", "No virus found"
    INFECTED = "infected", "Had a virus, so we removed it"
    FAILED = "failed", "Could not be scanned"


class Document(models.Model):
    """One file, checked by its content. `about` names what it belongs to: `journey:17`, `case:DEV-7QK-214`.

    An infected one is a row without bytes. One that waits for the scanner is looked at when `scan_due_at` has come.
    """

    HELD = (Scan.WAITING, Scan.INFECTED, Scan.FAILED)  # nobody may have these

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)  # safe to show and to save as
    kind = models.CharField(max_length=20, choices=kinds.CHOICES)
    content_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()  # bytes
    sha256 = models.CharField(max_length=64)
    key = models.CharField(max_length=120, unique=True)  # where the bytes lie in storage
    about = models.CharField(max_length=120, blank=True, db_index=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    scan = models.CharField(max_length=10, choices=Scan.choices, default=Scan.NONE)
    scan_due_at = models.DateTimeField(null=True, blank=True)
    scan_tries = models.PositiveSmallIntegerField(default=0)
    scanned_at = models.DateTimeField(null=True, blank=True)
    threat = models.CharField(max_length=200, blank=True)  # what the scanner calls what it found

    class Meta:
        ordering = ["created_at", "id"]
        indexes = [models.Index(fields=["scan_due_at", "id"], name="document_to_scan", condition=Q(scan="waiting"))]
        constraints = [
            models.CheckConstraint(condition=Q(size__gt=0), name="document_is_not_empty"),
            models.CheckConstraint(condition=Q(sha256__regex="^[0-9a-f]{64}$"), name="document_sha256_is_hex"),
            models.CheckConstraint(condition=Q(kind__in=kinds.KINDS), name="document_kind_is_known"),
            models.CheckConstraint(condition=~Q(name="") & ~Q(name__contains="/"), name="document_name_is_safe"),
            models.CheckConstraint(condition=Q(scan__in=[str(s) for s in Scan.values]), name="document_scan_is_known"),
            models.CheckConstraint(
                condition=Q(scan="waiting", scan_due_at__isnull=False)
                | (~Q(scan="waiting") & Q(scan_due_at__isnull=True)),
                name="document_waiting_has_due",
            ),
            models.CheckConstraint(
                condition=Q(scan__in=["clean", "infected"], scanned_at__isnull=False)
                | (~Q(scan__in=["clean", "infected"]) & Q(scanned_at__isnull=True)),
                name="document_scanned_has_time",
            ),
            models.CheckConstraint(
                condition=(Q(scan="infected") & ~Q(threat="")) | (~Q(scan="infected") & Q(threat="")),
                name="document_infected_has_threat",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def held(self) -> bool:
        """Whether it is in quarantine."""
        return self.scan in self.HELD

    def open(self):
        """The bytes, as an open file. Raises what the storage raises when they are not there."""
        return store().open(self.key)


class Leftover(models.Model):
    """A file whose row was erased, kept here from that transaction until the bytes are gone too."""

    key = models.CharField(max_length=120, unique=True)
    since = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return self.key
