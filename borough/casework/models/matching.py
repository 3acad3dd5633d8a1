"""What makes two cases meet, without saying what it is."""

from django.db import models


class MatchKey(models.Model):
    """A keyed hash of something that may have been seen before. Nobody can read it back."""

    class Kind(models.TextChoices):
        PERSON = "person", "person"  # name and postcode
        ADDRESS = "address", "address"
        BANK = "bank", "bank account"
        EMAIL = "email", "e-mail address"
        PHONE = "phone", "telephone number"

    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="match_keys")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "kind", "digest"], name="match_key_once")]
        indexes = [models.Index(fields=["kind", "digest"], name="match_by_digest")]

    def __str__(self):
        return f"{self.kind} of {self.case}"
