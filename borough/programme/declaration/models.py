"""Evidence for what the council declared, its project, a statement each year, and the Service Standard by service."""

from django.db import models
from django.db.models import Q

from borough.programme.workstreams.models import REASON, Said, Status

from .standards import POINTS, PRINCIPLES

LONG = 4000


class Evidence(Said):
    """Something that shows a principle at work: a service, a post, a measure, or anything with an address."""

    principle = models.PositiveSmallIntegerField(choices=[(n, words[0]) for n, words in PRINCIPLES.items()])
    day = models.DateField()  # when it happened
    title = models.CharField(max_length=160)
    words = models.CharField(max_length=600)
    href = models.CharField(max_length=300)
    withdrawn_because = models.CharField(max_length=REASON, blank=True)

    class Meta:
        verbose_name_plural = "evidence"
        ordering = ["principle", "-day", "-pk"]
        constraints = [
            models.CheckConstraint(name="evidence_of_a_principle", condition=Q(principle__in=list(PRINCIPLES))),
            models.CheckConstraint(
                name="evidence_can_be_seen", condition=Q(href__startswith="/") | Q(href__startswith="https://")
            ),
        ]

    def __str__(self):
        return self.title


class Project(models.Model):
    """The declaration project that a signatory promises."""

    title = models.CharField(max_length=160, unique=True)
    words = models.TextField(max_length=LONG)
    begun_on = models.DateField()

    class Meta:
        ordering = ["-begun_on"]

    def __str__(self):
        return self.title


class ProjectStatus(Said):
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="statuses")
    status = models.CharField(max_length=10, choices=Status.choices)
    reason = models.CharField(max_length=REASON)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(name="project_status_known", condition=Q(status__in=list(Status.values))),
            models.CheckConstraint(name="project_status_reason", condition=~Q(reason="")),
        ]

    def __str__(self):
        return f"{self.project}: {self.status}"


class Statement(Said):
    """What a year came to, signed by name. Printed as it stands."""

    year = models.PositiveSmallIntegerField(unique=True)
    words = models.TextField(max_length=LONG)

    class Meta:
        ordering = ["-year"]
        constraints = [models.CheckConstraint(name="statement_says_something", condition=~Q(words=""))]

    def __str__(self):
        return f"Statement {self.year}"


class Assessment(Said):
    """How one service stands against one point of the Service Standard. The newest row counts."""

    class Answer(models.TextChoices):
        MET = "met", "Met"
        NOT_MET = "not met", "Not met"
        NOT_YET = "not yet", "Not yet"

    slug = models.SlugField(max_length=60)
    point = models.PositiveSmallIntegerField(choices=list(POINTS.items()))
    answer = models.CharField(max_length=10, choices=Answer.choices)
    evidence = models.CharField(max_length=REASON)

    class Meta:
        ordering = ["slug", "point", "-at", "-pk"]
        constraints = [
            models.CheckConstraint(name="point_of_the_standard", condition=Q(point__in=list(POINTS))),
            models.CheckConstraint(name="answer_known", condition=Q(answer__in=["met", "not met", "not yet"])),
            models.CheckConstraint(name="answer_has_evidence", condition=~Q(evidence="")),
        ]
        indexes = [models.Index(fields=["slug", "point", "-at"], name="assessment_latest")]

    def __str__(self):
        return f"{self.slug}, {self.point}: {self.answer}"
