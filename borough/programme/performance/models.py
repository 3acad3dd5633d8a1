"""What only the council knows of a service: what each way costs, what came on paper, and what is still to be built."""

from django.db import models
from django.db.models import F, Q

from borough.foundations.people.models import Directorate
from borough.programme.workstreams.models import REASON, Said

SOURCE = 300


class Channel(models.TextChoices):
    ONLINE = "online", "Online"
    PARTNER = "partner", "Online, with a partner"
    ASSISTED = "assisted", "Online, filled in by an officer"
    PHONE = "phone", "By phone"
    PAPER = "paper", "On paper"
    PERSON = "person", "In person"


DIGITAL = (Channel.ONLINE, Channel.PARTNER, Channel.ASSISTED)  # these pass through the form and are counted by it
ELSEWHERE = (Channel.PHONE, Channel.PAPER, Channel.PERSON)


class Stage(models.TextChoices):
    DISCOVERY = "discovery", "Discovery"
    ALPHA = "alpha", "Alpha"
    BETA = "beta", "Beta"
    LIVE = "live", "Live"
    RETIRED = "retired", "Retired"


class ChannelCost(Said):
    """What one transaction costs in one way, in whole pence, from a day on: until the next one of that way."""

    slug = models.SlugField(max_length=60)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    pence = models.PositiveIntegerField()
    from_day = models.DateField()
    source = models.CharField(max_length=SOURCE)

    class Meta:
        ordering = ["slug", "channel", "-from_day", "-pk"]
        constraints = [
            models.CheckConstraint(name="cost_channel_known", condition=Q(channel__in=list(Channel.values))),
            models.CheckConstraint(name="cost_has_a_source", condition=~Q(source="")),
        ]
        indexes = [models.Index(fields=["slug", "channel", "-from_day"], name="cost_of_a_channel")]

    def __str__(self):
        return f"{self.slug}, {self.channel}: {self.pence}p"


class Elsewhere(Said):
    """How many came by a way that no form sees, in the days [first_day, end_day)."""

    slug = models.SlugField(max_length=60)
    channel = models.CharField(max_length=10, choices=[(one.value, one.label) for one in ELSEWHERE])
    first_day = models.DateField()
    end_day = models.DateField()
    count = models.PositiveIntegerField()
    source = models.CharField(max_length=SOURCE)

    class Meta:
        ordering = ["-first_day", "slug", "channel"]
        constraints = [
            models.CheckConstraint(name="elsewhere_channel_known", condition=Q(channel__in=list(ELSEWHERE))),
            models.CheckConstraint(name="elsewhere_has_days", condition=Q(end_day__gt=F("first_day"))),
            models.CheckConstraint(name="elsewhere_has_a_source", condition=~Q(source="")),
            models.UniqueConstraint(fields=["slug", "channel", "first_day"], name="elsewhere_once"),
        ]

    def __str__(self):
        return f"{self.slug}, {self.channel}: {self.count}"


class StageChange(Said):
    """How far a service has come that Borough does not run yet, or never will. The newest row of a key counts."""

    key = models.SlugField(max_length=60)
    title = models.CharField(max_length=120)
    directorate = models.ForeignKey(Directorate, on_delete=models.PROTECT, related_name="+")
    stage = models.CharField(max_length=10, choices=Stage.choices)
    reason = models.CharField(max_length=REASON)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(name="stage_is_known", condition=Q(stage__in=list(Stage.values))),
            models.CheckConstraint(name="stage_has_a_reason", condition=~Q(reason="")),
        ]
        indexes = [models.Index(fields=["key", "-at"], name="stage_latest")]

    def __str__(self):
        return f"{self.title}: {self.stage}"
