"""SIM cards and vouchers for mobile data: stock that is used up, not lent."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class DataItem(models.Model):
    """A SIM card or a voucher. Issued to somebody, it counts until it expires; top-ups make it last longer."""

    class Kind(models.TextChoices):
        SIM = "sim", "SIM card"
        VOUCHER = "voucher", "Voucher"

    number = models.CharField(max_length=32, unique=True)  # on the packet: an ICCID of 19 or 20 digits, or a code
    kind = models.CharField(max_length=10, choices=Kind.choices)
    network = models.CharField(max_length=40)
    gigabytes = models.PositiveSmallIntegerField()  # each month; of a voucher, in all
    months = models.PositiveSmallIntegerField(default=6)
    use_by = models.DateField()  # the first day on which it can no longer be activated
    added_on = models.DateField()
    person = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="data_items"
    )
    loan = models.ForeignKey("devices.Loan", null=True, blank=True, on_delete=models.SET_NULL, related_name="data")
    rules = ArrayField(models.CharField(max_length=12), default=list, blank=True)  # what they said of themselves
    issued_at = models.DateTimeField(null=True, blank=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    active_from = models.DateField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)  # the first day without data

    class Meta:
        ordering = ["use_by", "pk"]
        constraints = [
            # National Databank: 18 or over, on a low income, and one need of two.
            models.CheckConstraint(
                name="data_for_whom_the_databank_helps",
                condition=Q(issued_at__isnull=True)
                | Q(rules__contains=["adult", "low_income"]) & Q(rules__overlap=["not_enough", "cost"]),
            ),
            models.CheckConstraint(
                name="data_runs_from_issue",
                condition=Q(issued_at__isnull=True, active_from__isnull=True, expires_on__isnull=True)
                | Q(issued_at__isnull=False, active_from__isnull=False, expires_on__gt=models.F("active_from")),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.number[-4:]}"


class TopUp(models.Model):
    """More data for something already issued."""

    item = models.ForeignKey(DataItem, on_delete=models.CASCADE, related_name="top_ups")
    gigabytes = models.PositiveSmallIntegerField()
    months = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    def __str__(self):
        return f"{self.gigabytes} GB for {self.item_id}"
