"""Who has which place at which time."""

import uuid

from django.db import models
from django.db.models import F, Q


class Booking(models.Model):
    """One place at one time of a diary: held while somebody fills in a form, then taken.

    Places are numbered, and each is there once: so no time can have more bookings than places, whoever asks at once.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    diary = models.CharField(max_length=60)
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    place = models.PositiveSmallIntegerField()
    places = models.PositiveSmallIntegerField()  # that this time had when it was booked
    about = models.CharField(max_length=60, db_index=True)  # journey:… while it is held, case:… once it is taken
    held_until = models.DateTimeField(null=True, blank=True)  # null once it is taken
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["starts_at", "diary", "place"]
        constraints = [
            models.UniqueConstraint(fields=["diary", "starts_at", "place"], name="a_place_is_booked_once"),
            models.CheckConstraint(
                condition=Q(place__gte=1, place__lte=F("places")), name="no_more_bookings_than_places"
            ),
        ]

    def __str__(self):
        return f"{self.diary} {self.starts_at:%Y-%m-%d %H:%M}"
