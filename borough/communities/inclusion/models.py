"""What people say they have, how many were excluded at the start, and the risk by area as context."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from borough.communities.alliance.models import Partner
from borough.foundations.gazetteer.models import Ward
from borough.foundations.people.models import Person


class Statement(models.Model):
    """A person's own answer on a day: of their device, or of their connection."""

    class Kind(models.TextChoices):
        DEVICE = "device", "Their device"
        CONNECTION = "connection", "Their connection"

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="statements")
    kind = models.CharField(max_length=10, choices=Kind)
    on = models.DateField()
    own = models.BooleanField(null=True, blank=True)  # a suitable device that they control
    enough = models.BooleanField(null=True, blank=True)
    affordable = models.BooleanField(null=True, blank=True)
    evidence = models.CharField(max_length=160)  # what they said or showed, and to whom
    partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="a_statement_answers_its_kind",
                condition=Q(kind="device", own__isnull=False, enough=None, affordable=None)
                | Q(kind="connection", own=None, enough__isnull=False, affordable__isnull=False),
            ),
            models.CheckConstraint(name="a_statement_has_evidence", condition=~Q(evidence="")),
        ]

    def __str__(self):
        return f"{self.kind} on {self.on}"

    @property
    def holds(self) -> bool:
        return bool(self.own) if self.kind == "device" else bool(self.enough and self.affordable)


class Baseline(models.Model):
    """How many adults of a ward were estimated excluded when it all began; without a ward, the borough's."""

    ward = models.OneToOneField(Ward, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    adults = models.PositiveIntegerField()
    excluded = models.PositiveIntegerField()
    source = models.CharField(max_length=200)
    as_at = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="no_more_excluded_than_adults", condition=Q(excluded__lte=F("adults"))),
            models.UniqueConstraint(fields=["as_at"], condition=Q(ward=None), name="one_baseline_of_the_borough"),
        ]

    def __str__(self):
        return f"{self.excluded} of {self.adults}"


class Risk(models.Model):
    """A score of the Digital Exclusion Risk Index for a small area. Context only: its authors forbid it as a target."""

    code = models.CharField(max_length=9, unique=True)  # LSOA 2011
    name = models.CharField(max_length=80)
    score = models.DecimalField(max_digits=4, decimal_places=2)  # 0 to 10, higher is more at risk
    version = models.CharField(max_length=20)

    class Meta:
        ordering = ["-score", "code"]
        constraints = [models.CheckConstraint(name="a_risk_is_from_0_to_10", condition=Q(score__range=(0, 10)))]

    def __str__(self):
        return f"{self.name}: {self.score}"
