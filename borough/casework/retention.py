"""Erasing closed cases once their service's time for them is up. The promise made when they were sent holds."""

import datetime

from django.db import transaction
from django.utils import timezone

from borough.forms import queries as forms
from borough.forms.actions.erasing import erase_submission
from borough.forms.definition.moments import Moment
from borough.foundations.people import actions as people

from .actions.erasing import erase_case
from .models import Case

REASON = "Kept for as long as the service says"


def overdue(today: datetime.date | None = None) -> list[Case]:
    """The closed cases whose time is up."""
    today = today or timezone.localdate()
    closed = Case.objects.filter(closed_at__isnull=False, erased_at=None).select_related("submission", "person")
    return [case for case in closed.defer("search").order_by("pk") if _until(case) < today]


def erase_overdue(*, today: datetime.date | None = None, by) -> int:
    """Erase them. Somebody of whom nothing else is left is erased with the last of their cases. Returns how many."""
    cases = overdue(today)
    for case in cases:
        with transaction.atomic():
            erase_case(case=case, by=by, reason=REASON)
            if case.submission:
                erase_submission(submission=case.submission, by=by, reason=REASON)
            _person(case.person, by)
    return len(cases)


def _until(case) -> datetime.date:
    version = case.submission.version_id if case.submission else case.version_id
    count, unit = forms.version(version).service.retention.closed.split()
    return Moment(int(count), unit.rstrip("s")).on(timezone.localdate(case.closed_at))


def _person(person, by) -> None:
    """The person, and with them what they sent, where this was the last case of theirs and they have no account."""
    left = Case.objects.filter(person=person, erased_at=None).exists()
    if not left and person.user_id is None and person.erased_at is None:
        people.erase(person=person, reason=REASON, by=by)
