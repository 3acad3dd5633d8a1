"""The workstreams of the strategy, and all that was ever said of them. What was told in public is only added to."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from borough.foundations.people.models import Directorate, User

WORDS = 4000  # characters of an update
REASON = 1000


class Area(models.TextChoices):
    COMMUNITIES = "communities", "Digital Communities"
    PLACE = "place", "Digital Place"
    COUNCIL = "council", "Digital Council"


class Status(models.TextChoices):
    """Kept as it is said."""

    ON_TRACK = "on track", "On track"
    AT_RISK = "at risk", "At risk"
    LATE = "late", "Late"
    PAUSED = "paused", "Paused"
    STOPPED = "stopped", "Stopped"
    DONE = "done", "Done"


class Workstream(models.Model):
    """One of the streams of work that deliver the strategy. Its words change only with a `Rewording`."""

    key = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=120, unique=True)
    areas = ArrayField(models.CharField(max_length=20, choices=Area.choices))
    why = models.TextField()
    what = models.TextField()
    outcomes = models.TextField()  # one a line
    owner = models.CharField(max_length=120)  # a role, never a person: roles outlive people
    starts_on = models.DateField()
    update_every = models.PositiveSmallIntegerField(default=4)  # weeks
    position = models.PositiveSmallIntegerField(default=0)
    directorates = models.ManyToManyField(Directorate, related_name="workstreams", blank=True)
    leads = models.ManyToManyField(User, related_name="leading", blank=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="workstream_has_an_area", condition=Q(areas__len__gt=0, areas__contained_by=list(Area.values))
            ),
            models.CheckConstraint(name="workstream_has_an_owner", condition=~Q(owner="")),
            models.CheckConstraint(name="workstream_is_told_of", condition=Q(update_every__gt=0)),
        ]

    def __str__(self):
        return self.title

    @property
    def aims(self) -> list[str]:
        return [line for line in self.outcomes.splitlines() if line.strip()]


class Said(models.Model):
    """A dated word about a workstream, with the name of whoever said it: the name stays when the account goes."""

    at = models.DateTimeField()
    by_name = models.CharField(max_length=200)

    class Meta:
        abstract = True


class StatusChange(Said):
    workstream = models.ForeignKey(Workstream, on_delete=models.PROTECT, related_name="statuses")
    status = models.CharField(max_length=10, choices=Status.choices)
    reason = models.CharField(max_length=REASON)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(name="status_is_known", condition=Q(status__in=list(Status.values))),
            models.CheckConstraint(name="status_has_a_reason", condition=~Q(reason="")),
        ]
        indexes = [models.Index(fields=["workstream", "-at"], name="status_latest")]

    def __str__(self):
        return f"{self.workstream}: {self.status}"


class Update(Said):
    workstream = models.ForeignKey(Workstream, on_delete=models.PROTECT, related_name="updates")
    words = models.TextField(max_length=WORDS)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [models.CheckConstraint(name="update_has_words", condition=~Q(words=""))]
        indexes = [models.Index(fields=["workstream", "-at"], name="update_latest")]

    def __str__(self):
        return f"{self.workstream}, {self.at:%d %B %Y}"


class Rewording(Said):
    """What a part of a workstream said before it was changed, and why it was."""

    workstream = models.ForeignKey(Workstream, on_delete=models.PROTECT, related_name="rewordings")
    part = models.CharField(max_length=20)
    before = models.TextField()
    reason = models.CharField(max_length=REASON)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [models.CheckConstraint(name="rewording_has_a_reason", condition=~Q(reason=""))]

    def __str__(self):
        return f"{self.workstream}: {self.part}"


class Milestone(models.Model):
    """Something to be reached by a day. The day first planned never changes: later ones are forecasts."""

    workstream = models.ForeignKey(Workstream, on_delete=models.PROTECT, related_name="milestones")
    title = models.CharField(max_length=160)
    starts_on = models.DateField()
    planned_for = models.DateField()
    reached_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["planned_for", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["workstream", "title"], name="milestone_once"),
            models.CheckConstraint(name="milestone_after_its_start", condition=Q(planned_for__gte=F("starts_on"))),
            models.CheckConstraint(
                name="milestone_reached_after_its_start",
                condition=Q(reached_on=None) | Q(reached_on__gte=F("starts_on")),
            ),
        ]

    def __str__(self):
        return self.title


class Forecast(Said):
    """A day now expected for a milestone, with why. `starts_on` is the milestone's: the database compares them."""

    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="forecasts")
    starts_on = models.DateField()
    day = models.DateField()
    reason = models.CharField(max_length=REASON)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(name="forecast_after_the_start", condition=Q(day__gte=F("starts_on"))),
            models.CheckConstraint(name="forecast_has_a_reason", condition=~Q(reason="")),
        ]

    def __str__(self):
        return f"{self.milestone}: {self.day}"
