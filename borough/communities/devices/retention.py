"""Loans that ended lose whose they were, once the time that Borrow a device promises is up."""

import datetime
from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone

from borough.forms import queries as forms
from borough.forms.retention import lengths
from borough.forms.retention.kinds import Due, Kind
from borough.foundations.audit import actions as audit
from borough.foundations.keeping import queries as keeping

from . import holding
from .contact import SERVICE
from .models import Loan


def due(now: datetime.datetime) -> Iterator[Due]:
    try:
        after = forms.live(SERVICE).service.retention.closed
    except forms.NoService:
        return
    today, moment = timezone.localdate(now), lengths.moment(after)
    ended = Loan.objects.filter(ended_at__isnull=False, erased_at=None).order_by("pk")
    abouts = {one.about: one for one in ended if moment.on(timezone.localdate(one.ended_at)) < today}
    if abouts:
        kept = keeping.why_kept(abouts)
        going = [loan for about, loan in abouts.items() if about not in kept]
        yield Due(SERVICE, KIND.name, after, len(going), going, kept)


@transaction.atomic
def erase(records, *, by) -> int:
    numbers = [loan.pk for loan in records]
    for loan in records:
        audit.record(action="loan.erased", record=loan, by=by, reason="Kept for as long as the service says")
    return holding.forget(Loan.objects.filter(pk__in=numbers))


KIND = Kind("loans", "of which the loan has ended", due, erase)
