"""What is counted of how people fill in forms. Numbers only: nothing here says who, or what they typed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_noop as N_

from ..models import DefinitionVersion, Submission

WORDS = 1200  # characters, as on GOV.UK's own feedback page
SCORES = {
    5: N_("Very satisfied"),
    4: N_("Satisfied"),
    3: N_("Neither satisfied nor dissatisfied"),
    2: N_("Dissatisfied"),
    1: N_("Very dissatisfied"),
}


class Stopped(models.Model):
    """Journeys that were never sent and are deleted by now: how many, by the day begun and the page they stopped at."""

    slug = models.SlugField(max_length=60)
    day = models.DateField()
    channel = models.CharField(max_length=10, choices=Submission.Channel.choices)
    page = models.CharField(max_length=60, blank=True)  # empty where that could not be told
    ended = models.BooleanField(default=False)  # the form itself ends there: they were told, and did not give up
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["slug", "day", "channel", "page", "ended"], name="stopped_once_a_day"),
            models.CheckConstraint(condition=Q(count__gt=0), name="stopped_is_counted"),
        ]

    def __str__(self):
        return f"{self.count} of {self.slug} stopped at {self.page}"


class Refused(models.Model):
    """Answers that a question did not take: how often, by day, version and kind of fault."""

    version = models.ForeignKey(DefinitionVersion, on_delete=models.CASCADE, related_name="+")
    slug = models.SlugField(max_length=60)
    day = models.DateField()
    page = models.CharField(max_length=60)
    question = models.CharField(max_length=60)
    fault = models.CharField(max_length=20)
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "day", "page", "question", "fault"], name="refused_once_a_day"),
            models.CheckConstraint(condition=Q(count__gt=0), name="refused_is_counted"),
        ]
        indexes = [models.Index(fields=["slug", "day"], name="refused_service")]

    def __str__(self):
        return f"{self.count} of {self.question}: {self.fault}"


class Opinion(models.Model):
    """What somebody thought of a service once they were through: 1 is very dissatisfied, 5 very satisfied.

    It names nobody. `once` is a keyed hash of the journey, so that each gives one; it goes with the words, in time.
    """

    slug = models.SlugField(max_length=60)
    day = models.DateField()
    score = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=WORDS, blank=True)
    once = models.CharField(max_length=64, null=True, blank=True, unique=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(score__gte=1, score__lte=5), name="opinion_is_one_of_five")]
        indexes = [models.Index(fields=["slug", "day"], name="opinion_service")]

    def __str__(self):
        return f"{self.score} for {self.slug}"
