"""SIM cards and vouchers: taken in, issued to whom the National Databank helps, topped up."""

import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from borough.communities.refusals import Refused
from borough.foundations.audit import actions as audit

from .. import rules
from ..models import DataItem, Loan, TopUp


@transaction.atomic
def add(*, number: str, kind: str, network: str, gigabytes: int, months: int, use_by: datetime.date, by) -> DataItem:
    """Take one in. Raises Refused: there already, or too old to be used."""
    number = rules.serial(number)[:32]
    if not number:
        raise Refused("Enter the number on the packet", "number")
    if use_by <= timezone.localdate():
        raise Refused("It can no longer be activated. Send it back", "use_by")
    try:
        with transaction.atomic():
            item = DataItem.objects.create(
                number=number, kind=kind, network=network, gigabytes=gigabytes, months=months, use_by=use_by,
                added_on=timezone.localdate(),
            )  # fmt: skip
    except IntegrityError as taken:
        raise Refused("This number is in stock already. Look whether you typed it twice", "number") from taken
    audit.record(action="data.added", record=item, by=by, data={"kind": kind})
    return item


@transaction.atomic
def issue(*, item: DataItem, person, said: list[str], loan: Loan | None = None, by) -> DataItem:
    """Give one to somebody, from today. `said` are the rules of the National Databank that are true for them.

    Raises Refused: a rule that does not hold, or one that was issued or is too old.
    """
    if reasons := rules.why_no_data(said):
        raise Refused("The rules for free data do not allow it. " + ". ".join(reasons), "rules")
    held, today = DataItem.objects.select_for_update(of=("self",)).get(pk=item.pk), timezone.localdate()
    if held.issued_at:
        raise Refused("Somebody has this one already. Take another")
    if held.use_by <= today:
        raise Refused("It can no longer be activated. Take another")
    held.person, held.loan, held.rules, held.issued_by, held.issued_at = person, loan, said, by, timezone.now()
    held.active_from, held.expires_on = today, _after(today, held.months)
    held.save()
    audit.record(action="data.issued", record=held, by=by, data={"rules": said})
    return held


@transaction.atomic
def top_up(*, item: DataItem, gigabytes: int, months: int, by) -> DataItem:
    """More of it. What has expired begins again today."""
    held = DataItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    if not held.issued_at:
        raise Refused("Nobody has this one yet. Issue it first")
    if not 1 <= months <= 12 or not 1 <= gigabytes <= 500:
        raise Refused("Enter 1 to 12 months and 1 to 500 gigabytes", "months")
    held.expires_on = _after(max(held.expires_on, timezone.localdate()), months)
    held.save(update_fields=["expires_on"])
    TopUp.objects.create(item=held, gigabytes=gigabytes, months=months, at=timezone.now(), by=by)
    audit.record(action="data.topped_up", record=held, by=by, data={"months": months, "gigabytes": gigabytes})
    return held


def _after(day: datetime.date, months: int) -> datetime.date:
    return rules.month_starts(day, datetime.date(day.year + 3, 1, 1))[months]
