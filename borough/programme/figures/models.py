"""The measures that the strategy publishes: what is aimed at, where numbers come from, and those that somebody types.

Numbers counted from the rooms are kept in foundations.measures; what is here says which of them are public, and why.
"""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from borough.programme.workstreams.models import Said, Workstream

KEY = RegexValidator(r"^[a-z0-9]+(-[a-z0-9]+)*$", "Use small letters, digits and hyphens")
LONG = 1000
NUMBER = {"max_digits": 20, "decimal_places": 4}


class Published(models.Model):
    """A measure of a workstream. A counted one takes its words from whoever counts it; a typed one brings its own."""

    key = models.CharField(max_length=80, unique=True, validators=[KEY])
    workstream = models.ForeignKey(Workstream, on_delete=models.PROTECT, related_name="measures")
    typed = models.BooleanField(default=False)
    title = models.CharField(max_length=160, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    definition = models.CharField(max_length=LONG, blank=True)
    direction = models.CharField(max_length=10, default="none")
    baseline = models.DecimalField(null=True, blank=True, **NUMBER)
    baseline_on = models.DateField(null=True, blank=True)
    target = models.DecimalField(null=True, blank=True, **NUMBER)
    target_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300)  # a system, a survey, a published page
    method = models.CharField(max_length=LONG, blank=True)
    caveats = models.CharField(max_length=LONG, blank=True)
    of_people = models.BooleanField(default=False)  # a count of people: 1 to 4 of them are not told
    part_of = models.CharField(max_length=80, blank=True)  # the measure whose parts this and others add up to
    every = models.PositiveSmallIntegerField(default=1)  # days between readings
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["workstream__position", "position", "pk"]
        constraints = [
            models.CheckConstraint(name="measure_says_its_source", condition=~Q(source="")),
            models.CheckConstraint(
                name="typed_measure_has_words",
                condition=Q(typed=False) | (~Q(title="") & ~Q(unit="") & ~Q(definition="")),
            ),
            models.CheckConstraint(
                name="baseline_has_its_day",
                condition=Q(baseline=None, baseline_on=None) | Q(baseline__isnull=False, baseline_on__isnull=False),
            ),
            models.CheckConstraint(
                name="target_has_its_day",
                condition=Q(target=None, target_on=None) | Q(target__isnull=False, target_on__isnull=False),
            ),
            models.CheckConstraint(name="measure_direction_known", condition=Q(direction__in=["up", "down", "none"])),
            models.CheckConstraint(name="measure_is_not_its_own_part", condition=~Q(part_of=F("key"))),
        ]

    def __str__(self):
        return self.title or self.key


class TypedReading(Said):
    """A number that somebody typed, with where they have it from. A wrong one is corrected by another, with why."""

    measure = models.ForeignKey(Published, on_delete=models.PROTECT, related_name="typed_readings")
    day = models.DateField()
    value = models.DecimalField(**NUMBER)
    source = models.CharField(max_length=300)
    correction = models.CharField(max_length=LONG, blank=True)  # why the earlier one of that day was wrong

    class Meta:
        ordering = ["-day", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["measure", "day"], condition=Q(correction=""), name="typed_once_a_day"),
            models.CheckConstraint(name="typed_reading_has_a_source", condition=~Q(source="")),
        ]

    def __str__(self):
        return f"{self.measure}: {self.value} on {self.day}"


class Revision(Said):
    """What was changed about a published measure: a target, a caveat."""

    measure = models.ForeignKey(Published, on_delete=models.PROTECT, related_name="revisions")
    words = models.TextField()
    reason = models.CharField(max_length=LONG)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [models.CheckConstraint(name="revision_has_a_reason", condition=~Q(reason=""))]

    def __str__(self):
        return f"{self.measure}: {self.reason}"
