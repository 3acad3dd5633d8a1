"""Erasing closed cases once their service's time for them is up. The promise made when they were sent holds.

What was sent and came to no case is kept for as long, from the day it was sent.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress

from django.db import transaction
from django.utils import timezone

from borough.forms import queries as forms
from borough.forms.actions.erasing import erase_submission
from borough.forms.models import Submission
from borough.forms.retention import lengths
from borough.forms.retention.kinds import Due, Kind
from borough.foundations.keeping import queries as keeping
from borough.foundations.people import actions as people

from .actions.erasing import erase_case
from .models import Case

REASON = "Kept for as long as the service says"


def due(now: datetime.datetime) -> Iterator[Due]:
    """The closed cases whose time is up, and submissions without a case, by service."""
    found, today = defaultdict(list), timezone.localdate(now)
    closed = Case.objects.filter(closed_at__isnull=False, erased_at=None).select_related("submission", "person")
    for case in closed.defer("search").order_by("pk"):
        version = case.submission.version_id if case.submission else case.version_id
        _add(found, case, version, case.closed_at, today)
    for submission in Submission.objects.filter(case=None).exclude(answers={}).order_by("pk"):
        _add(found, submission, submission.version_id, submission.submitted_at, today)
    for (slug, after), records in found.items():
        abouts = {about(record): record for record in records}
        kept = keeping.why_kept(abouts)
        going = [record for name, record in abouts.items() if name not in kept]
        yield Due(slug, KIND.name, after, len(going), going, kept)


def erase(records, *, by) -> int:
    """Erase them. Somebody of whom nothing else is left is erased with the last of their cases. Returns how many."""
    for record in records:
        with transaction.atomic():
            case, submission = (record, record.submission) if isinstance(record, Case) else (None, record)
            if case:
                erase_case(case=case, by=by, reason=REASON)
            if submission:
                erase_submission(submission=submission, by=by, reason=REASON)
            _person(record.person, by)
    return len(records)


KIND = Kind("closed", "whose case is closed", due, erase)


def about(record) -> str:
    """As holds and messages name it."""
    return f"case:{record.reference}"


def _add(found, record, version, since, today):
    after = forms.version(version).service.retention.closed
    if lengths.moment(after).on(timezone.localdate(since)) < today:
        found[record.slug, after].append(record)


def _person(person, by) -> None:
    """The person, and with them what they sent, where this was the last case of theirs and they have no account."""
    if person is None or person.user_id is not None or person.erased_at is not None:
        return
    if not Case.objects.filter(person=person, erased_at=None).exists():
        with suppress(people.Refused):  # something else of theirs is held
            people.erase(person=person, reason=REASON, by=by)
