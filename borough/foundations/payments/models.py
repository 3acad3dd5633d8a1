"""Money that goes out: an order for each payment, and the files that carry orders to the bank."""

from django.db import models
from django.db.models import F, Q


class PaymentFile(models.Model):
    """Orders sent for payment together. An order is in one file, for ever, so it is paid once."""

    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.CharField(max_length=200)  # the officer's name, as it was

    def __str__(self):
        return f"Payment file {self.pk}"


class PaymentOrder(models.Model):
    """One payment to make. The payee is sealed: only the file that goes to the bank holds it in the open."""

    about = models.CharField(max_length=60, unique=True)  # "case:BSG-7QK-214": one payment each
    team = models.ForeignKey("people.Team", on_delete=models.PROTECT, related_name="+")
    payee = models.JSONField()  # {"sealed": ...}: name, sort_code and account_number, sealed
    last = models.CharField(max_length=4)  # the account's last digits, for people to see
    pence = models.PositiveBigIntegerField()
    approved_by = models.CharField(max_length=40)  # actors' ids, never foreign keys: an order outlives who made it
    released_by = models.CharField(max_length=40)
    released_by_name = models.CharField(max_length=200)
    released_at = models.DateTimeField(auto_now_add=True)
    file = models.ForeignKey(PaymentFile, null=True, blank=True, on_delete=models.PROTECT, related_name="orders")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(payee__has_key="sealed"), name="payee_is_sealed"),
            models.CheckConstraint(condition=Q(pence__gt=0), name="payment_of_something"),
            models.CheckConstraint(
                condition=~Q(approved_by=F("released_by")), name="whoever_approves_does_not_release"
            ),
        ]
        indexes = [models.Index(fields=["team"], condition=Q(file__isnull=True), name="payment_waiting")]

    def __str__(self):
        return self.about

    @property
    def reference(self) -> str:
        return self.about.partition(":")[2]
