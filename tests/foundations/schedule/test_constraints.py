"""The database refuses a job without a name, and a second with the same."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from borough.foundations.schedule.models import Schedule

pytestmark = pytest.mark.django_db


def test_a_job_has_a_name():
    with pytest.raises(IntegrityError, match="schedule_has_name"), transaction.atomic():
        Schedule.objects.create(name="", cron="* * * * *", due_at=timezone.now())


def test_a_name_is_used_once():
    Schedule.objects.create(name="often", cron="* * * * *", due_at=timezone.now())
    with pytest.raises(IntegrityError, match="schedule_schedule_pkey"), transaction.atomic():
        Schedule.objects.create(name="often", cron="* * * * *", due_at=timezone.now())
