"""Every write to a diary."""

import datetime

from django.db import transaction
from django.utils import timezone

from borough.foundations import rows
from borough.foundations.audit import actions as audit

from .models import Booking

HELD = datetime.timedelta(minutes=30)


class Full(Exception):
    """No place is left at that time."""


@transaction.atomic
def hold(
    *, diary: str, starts_at: datetime.datetime, minutes: int, places: int, about: str, before: str | None = None, by
) -> Booking:
    """Keep a place for half an hour, in place of `before`, the id of what was held until now. Raises Full.

    Asked for the time it holds already, it keeps the same place for another half an hour.
    """
    until = timezone.now() + HELD
    earlier = _locked(before, about)
    if earlier and (earlier.diary, earlier.starts_at) == (diary, starts_at):
        earlier.held_until = until
        earlier.save(update_fields=["held_until"])
        return earlier
    found = _place(diary, starts_at, minutes, places, about, until)
    if earlier:
        earlier.delete()
    audit.record(action="booking.held", record=found, by=by, data=_said(found))
    return found


@transaction.atomic
def take(
    *, id: str | None, diary: str, starts_at: datetime.datetime, minutes: int, places: int, holder: str, about: str, by
) -> Booking:
    """Book for good, what `holder` held under `id` if that is still there. Raises Full."""
    held = _locked(id, holder)
    if held is None or (held.diary, held.starts_at) != (diary, starts_at):
        held = _place(diary, starts_at, minutes, places, about, None)
    held.held_until, held.about = None, about
    held.save(update_fields=["held_until", "about"])
    audit.record(action="booking.taken", record=held, by=by, data=_said(held))
    return held


@transaction.atomic
def let_go(*, about: str, by) -> int:
    """Give back what was booked for a case or held for a journey, as far as it lies ahead. Returns how many."""
    count = 0
    for one in Booking.objects.select_for_update().filter(about=about, starts_at__gt=timezone.now()):
        audit.record(action="booking.let_go", record=one, by=by, data=_said(one))
        one.delete()
        count += 1
    return count


def forget_holds(*, by) -> int:
    """Delete holds that ran out a day ago, which keep nobody else away. Returns how many."""
    old = Booking.objects.filter(held_until__lt=timezone.now() - datetime.timedelta(days=1))
    with transaction.atomic():
        count = old.delete()[0]
        if count:
            audit.record(action="booking.holds_forgotten", kind="bookings", id="holds", by=by, data={"count": count})
    return count


def _locked(id, about) -> Booking | None:
    """The hold, unless somebody else was given its place when it had run out."""
    return Booking.objects.select_for_update().filter(pk=id, about=about).first() if id else None


def _place(diary, starts_at, minutes, places, about, until) -> Booking:
    """The first place that is free. Who asks for one at the same moment waits, and the constraint decides."""
    Booking.objects.filter(diary=diary, starts_at=starts_at, held_until__lte=timezone.now()).delete()
    for place in range(1, places + 1):
        one = Booking(
            diary=diary, starts_at=starts_at, minutes=minutes, place=place, places=places, about=about, held_until=until
        )  # fmt: skip
        if rows.add_unless_taken(one):
            return one
    raise Full(f"{diary} {starts_at}")


def _said(booking) -> dict:
    return {"diary": booking.diary, "starts_at": booking.starts_at.isoformat(), "about": booking.about}
