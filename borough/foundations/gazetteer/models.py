"""Where things are: wards, streets and addresses, by the numbers all of Britain uses for them."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Q


class Ward(models.Model):
    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=120, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


class Street(models.Model):
    """A street by its Unique Street Reference Number (up to 8 digits)."""

    usrn = models.BigIntegerField(primary_key=True)
    name = models.CharField(max_length=120)
    town = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(usrn__gte=1, usrn__lte=99_999_999), name="usrn_is_8_digits_at_most")
        ]

    def __str__(self):
        return self.name


class Address(models.Model):
    """A place by its Unique Property Reference Number (up to 12 digits). `line_1` holds the number and street."""

    uprn = models.BigIntegerField(primary_key=True)
    organisation = models.CharField(max_length=120, blank=True)
    line_1 = models.CharField(max_length=120, blank=True)
    line_2 = models.CharField(max_length=120, blank=True)
    town = models.CharField(max_length=80, blank=True)
    postcode = models.CharField(max_length=8, db_index=True)  # as `postcodes.tidy` writes it
    street = models.ForeignKey(
        Street, null=True, blank=True, on_delete=models.PROTECT, related_name="addresses", db_column="usrn"
    )
    ward = models.ForeignKey(Ward, null=True, blank=True, on_delete=models.PROTECT, related_name="addresses")
    latitude = models.DecimalField(max_digits=8, decimal_places=6, null=True, blank=True)  # WGS 84, about 10 cm
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    words = models.GeneratedField(
        expression=SearchVector("organisation", "line_1", "line_2", "town", "postcode", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        verbose_name_plural = "addresses"
        indexes = [
            GinIndex(fields=["words"], name="address_words"),
            models.Index(fields=["latitude", "longitude"], name="address_place"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(uprn__gte=1, uprn__lte=999_999_999_999), name="uprn_is_12_digits_at_most"
            ),
            models.CheckConstraint(
                condition=Q(postcode__regex=r"^[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}$"),
                name="address_postcode_is_tidy",
            ),
            models.CheckConstraint(condition=~Q(line_1="") | ~Q(organisation=""), name="address_says_something"),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(
                    latitude__isnull=False,
                    latitude__gte=49,
                    latitude__lte=61,
                    longitude__isnull=False,
                    longitude__gte=-9,
                    longitude__lte=2,
                ),
                name="address_is_in_britain",
            ),
        ]

    def __str__(self):
        return self.one_line

    @property
    def usrn(self) -> int | None:
        return self.street_id

    @property
    def one_line(self) -> str:
        """12 Lark Road, Romley, Ambleton, SK6 1AA."""
        return ", ".join(filter(None, [self.organisation, self.line_1, self.line_2, self.town, self.postcode]))
