"""The database refuses two readings of one day, and a value that is also an error."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from borough.foundations.measures.models import Reading

pytestmark = pytest.mark.django_db


def keep(**given):
    return Reading.objects.create(
        **{"key": "devices-lent", "day": date(2026, 11, 20), "counted_at": timezone.now()} | given
    )


def test_one_reading_a_day():
    keep()
    with pytest.raises(IntegrityError, match="one_reading_per_day"), transaction.atomic():
        keep(value=3)


def test_a_value_or_an_error():
    with pytest.raises(IntegrityError, match="reading_value_or_error"), transaction.atomic():
        keep(value=3, error="ValueError")
