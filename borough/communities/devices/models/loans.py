"""A loan: one device, one borrower, from the moment of lending to the moment it came back or was lost."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from .queue import Request
from .stock import Clearance, Device


class Loan(models.Model):
    """What was lent, to whom, under which words, and how it ended.

    `person` and everything they said goes once the loan's time is up; `household`, `ward`, `age_band` and `purposes`
    stay, so that the numbers do. `household` is a keyed digest of the address.
    """

    class How(models.TextChoices):
        SCREEN = "screen", "On our screen"
        PHONE = "phone", "On their own phone"
        NOBODY = "nobody", "Not signed"

    class Ended(models.TextChoices):
        RETURNED = "returned", "Came back"
        LOST = "lost", "Lost"
        STOLEN = "stolen", "Stolen"
        GIFTED = "gifted", "Given to them"

    class AgeBand(models.TextChoices):
        UNDER_18 = "under_18", "Under 18"
        TO_34 = "18_34", "18 to 34"
        TO_54 = "35_54", "35 to 54"
        TO_64 = "55_64", "55 to 64"
        TO_74 = "65_74", "65 to 74"
        OVER_75 = "75_over", "75 or over"

    class Condition(models.TextChoices):
        GOOD = "good", "Good"
        WORN = "worn", "Worn but works"
        BROKEN = "broken", "Broken"

    class Effect(models.TextChoices):
        LOT = "lot", "It helped a lot"
        LITTLE = "little", "It helped a little"
        NOT = "not", "It did not help"

    class Next(models.TextChoices):
        NONE = "none", "Nothing more is needed"
        TARIFF = "tariff", "A social tariff"
        REFURBISHED = "refurbished", "A cheap device of their own"
        GIFT = "gift", "A device to keep"
        AGAIN = "again", "Another loan"

    device = models.ForeignKey(Device, on_delete=models.PROTECT, related_name="loans")
    request = models.OneToOneField(Request, null=True, blank=True, on_delete=models.PROTECT, related_name="loan")
    person = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="device_loans"
    )
    # The clearance it was lent on. `cleared` is always true and `cleared_at` its check: a foreign key over these, the
    # device and the clearance (in the migrations) makes lending a device that was not wiped and checked impossible.
    clearance = models.OneToOneField(Clearance, on_delete=models.PROTECT, related_name="loan")
    cleared = models.BooleanField(default=True, editable=False)
    cleared_at = models.DateTimeField()
    lent_at = models.DateTimeField()
    lent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    site = models.CharField(max_length=80, blank=True)
    due_on = models.DateField()
    renewals = models.PositiveSmallIntegerField(default=0)
    override = models.CharField(max_length=300, blank=True)  # why lent although another of theirs was overdue
    agreement = models.CharField(max_length=20)  # its version
    agreed_text = models.TextField()
    signed_name = models.CharField(max_length=160, blank=True)
    signed_how = models.CharField(max_length=10, choices=How.choices)
    signed_at = models.DateTimeField()
    parts_out = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    parts_back = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    condition_out = models.CharField(max_length=10, choices=Condition.choices)
    condition_back = models.CharField(max_length=10, choices=Condition.choices, blank=True)
    purposes = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    referrer = models.ForeignKey(
        "people.Organisation", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    household = models.CharField(max_length=64)
    ward = models.CharField(max_length=120, blank=True)
    age_band = models.CharField(max_length=10, choices=AgeBand.choices, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ended = models.CharField(max_length=10, choices=Ended.choices, blank=True)
    end_note = models.CharField(max_length=300, blank=True)
    returned_name = models.CharField(max_length=160, blank=True)  # who signed the return
    returned_how = models.CharField(max_length=10, choices=How.choices, blank=True)
    wipe_agreed = models.BooleanField(default=False)  # their word that what is on it may go
    effect = models.CharField(max_length=10, choices=Effect.choices, blank=True)
    next = models.CharField(max_length=12, choices=Next.choices, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-lent_at", "-pk"]
        constraints = [
            models.UniqueConstraint("device", condition=Q(ended_at__isnull=True), name="one_open_loan_per_device"),
            models.UniqueConstraint(fields=["id", "device", "ended_at"], name="loan_as_cleared_up_after"),
            models.CheckConstraint(name="lent_cleared", condition=Q(cleared=True)),
            models.CheckConstraint(name="lent_after_the_check", condition=Q(lent_at__gte=F("cleared_at"))),
            models.CheckConstraint(
                name="loan_ends_after_it_began", condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("lent_at"))
            ),
            models.CheckConstraint(
                name="loan_ended_somehow",
                condition=Q(ended_at__isnull=True, ended="") | (Q(ended_at__isnull=False) & ~Q(ended="")),
            ),
            models.CheckConstraint(
                name="open_loan_has_a_borrower", condition=Q(ended_at__isnull=False) | Q(person__isnull=False)
            ),
            models.CheckConstraint(
                name="erased_loan_names_nobody",
                condition=Q(erased_at__isnull=True)
                | Q(person__isnull=True, signed_name="", returned_name="", end_note="", override=""),
            ),
            models.CheckConstraint(name="loan_was_signed", condition=Q(erased_at__isnull=False) | ~Q(signed_name="")),
        ]
        indexes = [
            models.Index(fields=["due_on"], condition=Q(ended_at__isnull=True), name="loan_open_by_due"),
            models.Index(fields=["lent_at"], name="loan_by_lent"),
            models.Index(fields=["ended_at"], name="loan_by_end"),
        ]

    def __str__(self):
        return f"Loan {self.pk} of {self.device_id}"

    @property
    def is_open(self) -> bool:
        return self.ended_at is None

    @property
    def about(self) -> str:
        """How messages and documents name this loan."""
        return f"loan:{self.pk}"

    @property
    def missing(self) -> list[str]:
        """What of the kit has not come back."""
        return [part for part in self.parts_out if part not in self.parts_back]


class Nudge(models.Model):
    """A reminder that went about a loan: once before or after each due date, or when an officer sent one now."""

    loan = models.ForeignKey(Loan, on_delete=models.CASCADE, related_name="nudges")
    kind = models.CharField(max_length=20)  # soon, due, late_7, late_21, now
    due_on = models.DateField()
    at = models.DateTimeField()
    by_name = models.CharField(max_length=160, blank=True)  # who sent it now
    message = models.ForeignKey("outbox.Message", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["loan", "kind", "due_on"], condition=~Q(kind="now"), name="nudged_once_of_a_kind"
            )
        ]

    def __str__(self):
        return f"{self.kind} about {self.loan_id}"
