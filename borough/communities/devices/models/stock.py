"""What the library has, and how each thing was made ready for its next borrower."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q


class Device(models.Model):
    """One thing with a label. Its state is changed by actions alone, with its row locked."""

    class Kind(models.TextChoices):
        LAPTOP = "laptop", "Laptop"
        TABLET = "tablet", "Tablet"
        PHONE = "phone", "Smartphone"
        DONGLE = "dongle", "Dongle"

    class State(models.TextChoices):
        AVAILABLE = "available", "Available"
        OFFERED = "offered", "Offered"
        ON_LOAN = "on_loan", "On loan"
        QUARANTINE = "quarantine", "Waits to be wiped"
        WIPED = "wiped", "Waits to be checked"
        REPAIR = "repair", "Being repaired"
        LOST = "lost", "Lost"
        STOLEN = "stolen", "Stolen"
        RETIRED = "retired", "Retired"
        GIFTED = "gifted", "Given away"

    class Source(models.TextChoices):
        DONATED = "donated", "Donated"
        BOUGHT = "bought", "Bought"

    tag = models.CharField(max_length=8, unique=True)  # what its label says: BD-01234
    kind = models.CharField(max_length=10, choices=Kind.choices)
    maker = models.CharField(max_length=60, blank=True)
    model = models.CharField(max_length=80, blank=True)
    specification = models.CharField(max_length=200, blank=True)
    serial = models.CharField(max_length=60, blank=True)
    imei = models.CharField(max_length=15, blank=True)
    parts = ArrayField(models.CharField(max_length=40), default=list, blank=True)  # lent with it: charger, case
    source = models.CharField(max_length=10, choices=Source.choices, default=Source.BOUGHT)
    funder = models.CharField(max_length=120, blank=True)
    cost_pence = models.PositiveIntegerField(null=True, blank=True)
    site = models.CharField(max_length=80, blank=True)  # where it is kept
    encrypted = models.BooleanField(default=False)
    held_for = models.ForeignKey(  # the partner whose allotment it is part of: only people they referred borrow it
        "people.Organisation", null=True, blank=True, on_delete=models.PROTECT, related_name="devices"
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUARANTINE)
    clearance = models.ForeignKey(  # why it may be lent now
        "devices.Clearance", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    note = models.CharField(max_length=300, blank=True)
    added_on = models.DateField()

    class Meta:
        ordering = ["tag"]
        constraints = [
            models.CheckConstraint(name="device_tag", condition=Q(tag__regex=r"^[A-Z]{2}-[0-9]{5}$")),
            models.CheckConstraint(
                name="device_kind_known", condition=Q(kind__in=["laptop", "tablet", "phone", "dongle"])
            ),
            models.CheckConstraint(name="device_imei", condition=Q(imei="") | Q(imei__regex=r"^[0-9]{15}$")),
            models.UniqueConstraint("serial", condition=~Q(serial=""), name="device_serial_once"),
            models.UniqueConstraint("imei", condition=~Q(imei=""), name="device_imei_once"),
            models.CheckConstraint(
                name="available_devices_are_cleared",
                condition=~Q(state__in=["available", "offered"]) | Q(clearance__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["state", "kind"], name="device_by_state")]

    def __str__(self):
        return self.tag

    @property
    def called(self) -> str:
        """A laptop, Lenovo ThinkPad."""
        return ", ".join(filter(None, [self.get_kind_display(), f"{self.maker} {self.model}".strip()]))


class Clearance(models.Model):
    """A wipe, and the look of a second person at it. Each passed one lets the device be lent once.

    `after_loan` is the loan it cleans up after, with the moment that loan ended; a device that is new here has none.
    The migrations tie these to the loan by a foreign key over all three columns.
    """

    class Method(models.TextChoices):
        RESET = "reset", "Factory reset, of an encrypted device"
        ERASE = "erase", "Storage erased with an erasing tool"
        CRYPTO = "crypto", "Encryption key thrown away"
        REINSTALL = "reinstall", "Storage erased and the system installed anew"
        NOTHING = "nothing", "It keeps nothing: a dongle, set back"

    device = models.ForeignKey(Device, on_delete=models.PROTECT, related_name="clearances")
    after_loan = models.ForeignKey(
        "devices.Loan", null=True, blank=True, on_delete=models.PROTECT, related_name="clearances"
    )
    after_ended_at = models.DateTimeField(null=True, blank=True)
    method = models.CharField(max_length=10, choices=Method.choices)
    evidence = models.CharField(max_length=300)  # the certificate's number, or what the screen said
    sim_out = models.BooleanField(default=False)
    card_out = models.BooleanField(default=False)
    signed_out = models.BooleanField(default=False)  # of every account
    wiped_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    wiped_at = models.DateTimeField()
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    checked_at = models.DateTimeField(null=True, blank=True)
    passed = models.BooleanField(null=True, blank=True)  # unknown until it was checked; false also when done again
    why_not = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="wiped_after_the_loan_ended",
                condition=Q(after_loan__isnull=True, after_ended_at__isnull=True)
                | Q(after_loan__isnull=False, after_ended_at__isnull=False, wiped_at__gte=F("after_ended_at")),
            ),
            models.CheckConstraint(
                name="checked_by_a_second_person",
                condition=Q(passed__isnull=True)
                | Q(checked_by__isnull=False, checked_at__gte=F("wiped_at")) & ~Q(checked_by=F("wiped_by")),
            ),
            models.CheckConstraint(
                name="cleared_of_everything",
                condition=~Q(passed=True) | Q(sim_out=True, card_out=True, signed_out=True),
            ),
            models.CheckConstraint(name="wiped_with_evidence", condition=~Q(evidence="")),
            models.UniqueConstraint("after_loan", condition=Q(passed=True), name="cleared_once_after_a_loan"),
            models.UniqueConstraint(
                "device", condition=Q(passed=True, after_loan__isnull=True), name="cleared_once_when_new"
            ),
            # What a loan points at: of this device, passed, checked at that moment.
            models.UniqueConstraint(fields=["id", "device", "passed", "checked_at"], name="clearance_as_lent"),
        ]

    def __str__(self):
        return f"Wipe of {self.device_id} at {self.wiped_at:%Y-%m-%d %H:%M}"
