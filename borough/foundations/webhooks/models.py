"""Where back offices listen, and what each of them was told."""

import uuid

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from borough.foundations.outgoing.models import Outgoing, constraints, indexes

NAME = RegexValidator(r"^[a-z0-9][a-z0-9-]{0,59}$", "Use lower-case letters, digits and -, such as back-office.")


class Destination(models.Model):
    """A back office's address and the secret shared with it. Definitions know only its name."""

    name = models.CharField(max_length=60, unique=True, validators=[NAME])
    url = models.CharField("address", max_length=500)
    secret = models.JSONField()  # {"sealed": …}: as signing.new_secret makes it
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=Q(secret__has_key="sealed"), name="destination_secret_is_sealed"),  # noqa: S106
            models.CheckConstraint(name="destination_is_on_the_web", condition=Q(url__regex="^https?://[^/]")),
        ]

    def __str__(self):
        return self.name


class Delivery(Outgoing):
    """One event for one destination. It holds no answers: its body is made from the records when it leaves."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)  # the same however often it is sent
    destination = models.CharField(max_length=60)  # a name, for a definition may come before its destination
    event = models.CharField(max_length=60)  # such as submission.sent
    data = models.JSONField(default=dict)  # what the event itself says, never what a person told us
    answer = models.CharField(max_length=400, blank=True)  # what the destination last answered, in short

    class Meta:
        indexes = indexes("delivery")
        constraints = [
            *constraints("delivery"),
            models.CheckConstraint(name="delivery_goes_somewhere", condition=~Q(destination="") & ~Q(event="")),
        ]

    def __str__(self):
        return f"{self.event} to {self.destination}"

    @property
    def reference(self) -> str:
        return self.about.partition(":")[2]
