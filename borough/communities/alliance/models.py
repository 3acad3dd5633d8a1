"""Who is in the alliance, where they are, how they help, and who their champions are."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from borough.foundations.gazetteer.models import Ward
from borough.foundations.people.models import Organisation


class Partner(models.Model):
    """An organisation of the alliance; who signs in for it belongs to the same Organisation."""

    class Kind(models.TextChoices):
        STRATEGIC = "strategic", "Strategic partner"
        NETWORK = "network", "Network member"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.OneToOneField(Organisation, on_delete=models.PROTECT, related_name="partner")
    kind = models.CharField(max_length=10, choices=Kind)
    about = models.TextField(max_length=1_000)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    website = models.URLField(blank=True)
    joined_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)
    modified_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["organisation__name"]
        constraints = [
            models.CheckConstraint(name="partners_join_before_they_leave", condition=Q(left_on__gte=F("joined_on")))
        ]

    def __str__(self):
        return str(self.organisation)

    @property
    def name(self) -> str:
        return self.organisation.name


class Site(models.Model):
    """A place where a partner helps."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="sites")
    name = models.CharField(max_length=120)
    line_1 = models.CharField(max_length=120)
    town = models.CharField(max_length=80)
    postcode = models.CharField(max_length=8)
    ward = models.ForeignKey(Ward, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    latitude = models.DecimalField(max_digits=8, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    accessibility = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["partner", "name"], name="one_site_of_a_name_for_each_partner")]
        indexes = [models.Index(fields=["latitude", "longitude"])]

    def __str__(self):
        return self.name


class Support(models.Model):
    """One way in which a partner helps: a `service` of Open Referral."""

    class Status(models.TextChoices):  # HSDS 3.0, service.status
        ACTIVE = "active", "On offer"
        CLOSED = "temporarily closed", "Closed for now"
        INACTIVE = "inactive", "Not offered any more"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="supports")
    name = models.CharField(max_length=120)
    description = models.TextField(max_length=2_000)
    needs = ArrayField(models.SlugField(max_length=20), default=list)
    languages = ArrayField(models.CharField(max_length=5), default=list)
    cost = models.CharField(max_length=120, default="Free")
    how = models.CharField(max_length=300, help_text="How people get it: drop in, ring first, be referred.")
    status = models.CharField(max_length=20, choices=Status, default=Status.ACTIVE)
    minimum_age = models.PositiveSmallIntegerField(null=True, blank=True)
    assured_on = models.DateField(null=True, blank=True)  # when somebody last looked that all of this is so
    assured_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    modified_at = models.DateTimeField(auto_now=True, db_index=True)
    sites = models.ManyToManyField(Site, through="Place", related_name="supports")

    class Meta:
        ordering = ["name", "pk"]
        indexes = [GinIndex(fields=["needs"]), GinIndex(fields=["languages"])]
        constraints = [models.CheckConstraint(name="support_meets_a_need", condition=Q(needs__len__gt=0))]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("alliance:support", args=[self.uuid])


class Place(models.Model):
    """A support at a site, with when it is open there: a `service_at_location`."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    support = models.ForeignKey(Support, on_delete=models.CASCADE, related_name="places")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="places")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["support", "site"], name="one_place_for_a_support_at_a_site")]

    def __str__(self):
        return f"{self.support_id} at {self.site_id}"


class Hours(models.Model):
    """When it is open there on one day of the week, [opens, closes)."""

    class Day(models.IntegerChoices):
        MO = 0, "Monday"
        TU = 1, "Tuesday"
        WE = 2, "Wednesday"
        TH = 3, "Thursday"
        FR = 4, "Friday"
        SA = 5, "Saturday"
        SU = 6, "Sunday"

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="hours")
    day = models.PositiveSmallIntegerField(choices=Day)
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        ordering = ["day", "opens"]
        constraints = [
            models.CheckConstraint(name="hours_open_before_they_close", condition=Q(closes__gt=F("opens"))),
            models.CheckConstraint(name="hours_have_a_day_of_the_week", condition=Q(day__lt=7)),
            models.UniqueConstraint(fields=["place", "day", "opens"], name="one_opening_at_a_time"),
        ]

    def __str__(self):
        return f"{self.get_day_display()} {self.opens:%H:%M}"


class Champion(models.Model):
    """A volunteer who helps people get online. They help once they are trained and checked."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="champions")
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="champion"
    )
    name = models.CharField(max_length=160)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    trained_on = models.DateField(null=True, blank=True)
    checked_on = models.DateField(null=True, blank=True)  # Disclosure and Barring Service, or a reference taken up
    available = models.CharField(max_length=200, blank=True)
    wards = models.ManyToManyField(Ward, blank=True, related_name="+")
    languages = ArrayField(models.CharField(max_length=5), default=list)
    joined_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(name="champions_join_before_they_leave", condition=Q(left_on__gte=F("joined_on")))
        ]

    def __str__(self):
        return self.name
