"""Sessions, who comes to them, and what people say they can do."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from borough.communities.alliance.models import Champion, Partner, Site
from borough.foundations.people.models import Person


class Session(models.Model):
    class Kind(models.TextChoices):
        ONE = "one_to_one", "One to one"
        GROUP = "group", "In a group"
        PHONE = "phone", "By phone"
        ONLINE = "online", "Online"

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="sessions")
    champion = models.ForeignKey(Champion, null=True, blank=True, on_delete=models.SET_NULL, related_name="sessions")
    kind = models.CharField(max_length=10, choices=Kind)
    title = models.CharField(max_length=120)
    needs = ArrayField(models.SlugField(max_length=20), default=list)
    language = models.CharField(max_length=5, default="en")
    site = models.ForeignKey(Site, null=True, blank=True, on_delete=models.PROTECT, related_name="sessions")
    starts_at = models.DateTimeField(db_index=True)
    minutes = models.PositiveSmallIntegerField()
    places = models.PositiveSmallIntegerField()
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(name="a_session_has_places", condition=Q(places__gt=0) & Q(minutes__gt=0)),
            models.CheckConstraint(name="one_to_one_has_one_place", condition=~Q(kind="one_to_one") | Q(places=1)),
            models.CheckConstraint(
                name="where_people_meet_is_said", condition=Q(kind__in=["phone", "online"]) | Q(site__isnull=False)
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def about(self) -> str:
        return f"session:{self.pk}"


class Booking(models.Model):
    class State(models.TextChoices):
        BOOKED = "booked", "Booked"
        WAITING = "waiting", "Waits for a place"
        CANCELLED = "cancelled", "Cancelled"
        CAME = "came", "Came"
        MISSED = "missed", "Did not come"

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="bookings")
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="sessions")
    state = models.CharField(max_length=9, choices=State)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "person"], condition=~Q(state="cancelled"), name="one_booking_of_a_session"
            )
        ]

    def __str__(self):
        return f"{self.state} for {self.session_id}"


class Check(models.Model):
    """What somebody says they can do on a day, task by task; what was not asked is not in it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="checks")
    taken_on = models.DateField()
    answers = models.JSONField(default=dict)  # {task: alone, help, cannot or not_tried}
    confidence = models.PositiveSmallIntegerField(null=True, blank=True)  # 1 to 5
    shown = models.BooleanField(default=False)  # somebody saw them do it, rather than took their word
    partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["taken_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="confidence_is_from_1_to_5", condition=Q(confidence=None) | Q(confidence__range=(1, 5))
            )
        ]

    def __str__(self):
        return f"Check on {self.taken_on}"
