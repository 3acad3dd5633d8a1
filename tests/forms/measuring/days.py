"""Time gone by, without waiting: what is there is moved into the past."""

from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from borough.forms.models import Journey, Submission


def later(**passed) -> None:
    """So much time has passed since everything that happened so far: `later(days=31)`."""
    passed = timedelta(**passed)
    Journey.objects.update(started_at=F("started_at") - passed, changed_at=F("changed_at") - passed)
    Journey.objects.filter(sent_at__isnull=False).update(sent_at=F("sent_at") - passed)
    Submission.objects.update(started_at=F("started_at") - passed, submitted_at=F("submitted_at") - passed)


def today():
    return timezone.localdate()


def since(days=60):
    """(first, last) day of a period that holds everything."""
    return today() - timedelta(days=days), today()
