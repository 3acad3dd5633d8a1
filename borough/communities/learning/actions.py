"""Every write of learning: one transaction with its audit event, and messages after commit."""

import datetime

from django.db import transaction
from django.utils import timezone

from borough.communities.alliance import rules as champions
from borough.communities.alliance.models import Partner
from borough.communities.refusals import Refused
from borough.foundations.audit import actions as audit
from borough.foundations.people.models import Person

from . import telling
from .models import Booking, Check, Session
from .skills import LEVELS, TASKS

State = Booking.State


@transaction.atomic
def plan(*, partner: Partner, kind: str, title: str, starts_at: datetime.datetime, minutes: int, places: int,
         site=None, champion=None, needs=(), language: str = "en", by) -> Session:  # fmt: skip
    """Raises Refused: a time that is past, nowhere to meet, a champion who may not help, somebody who is busy then."""
    if starts_at <= timezone.now():
        raise Refused("Enter a day and time that are still to come", "day")
    if kind in ("one_to_one", "group") and site is None:
        raise Refused("Choose where you meet", "site")
    if kind == "one_to_one" and places != 1:
        raise Refused("One to one has one place", "places")
    if champion:
        held = type(champion).objects.select_for_update().get(pk=champion.pk)
        dated = {"trained_on": held.trained_on, "checked_on": held.checked_on, "left_on": held.left_on}
        if not champions.may_help(**dated, day=timezone.localdate(starts_at)):
            raise Refused(f"{held} is not trained and checked on that day. Choose another champion", "champion")
        if _busy(held, starts_at, minutes):
            raise Refused(f"{held} has another session then. Choose another time or champion", "champion")
    session = Session.objects.create(
        partner=partner, kind=kind, title=title.strip(), starts_at=starts_at, minutes=minutes, places=places,
        site=site if kind in ("one_to_one", "group") else None, champion=champion, needs=list(needs), language=language,
    )  # fmt: skip
    audit.record(action="session.planned", record=session, by=by, data={"kind": kind, "places": places})
    return session


@transaction.atomic
def book(*, session: Session, person: Person, by) -> Booking:
    """A place, or one on the list when it is full. Raises Refused: over, cancelled, or booked already."""
    held = _held(session)
    if held.cancelled_at or held.starts_at <= timezone.now():
        raise Refused("It does not take place any more. Choose another session")
    if held.bookings.filter(person=person).exclude(state=State.CANCELLED).exists():
        raise Refused("They are on the list of this session already")
    full = held.bookings.filter(state=State.BOOKED).count() >= held.places
    state = State.WAITING if full else State.BOOKED
    booking = Booking.objects.create(session=held, person=person, state=state, made_at=timezone.now())
    audit.record(action=f"session.{state}", record=held, by=by, data={"booking": booking.pk})
    telling.tell(booking, state)
    return booking


@transaction.atomic
def cancel(*, booking: Booking, by) -> None:
    """Give up a place. Whoever waits longest has it, and is told."""
    held = _held(booking.session)
    booking = Booking.objects.get(pk=booking.pk)
    if booking.state not in (State.BOOKED, State.WAITING):
        raise Refused("It is over or cancelled already")
    booking.state = State.CANCELLED
    booking.save(update_fields=["state"])
    audit.record(action="session.given_up", record=held, by=by, data={"booking": booking.pk})
    _fill(held, by)


@transaction.atomic
def call_off(*, session: Session, by) -> None:
    """The session does not take place; everybody on its list is told."""
    held = _held(session)
    if held.cancelled_at:
        raise Refused("It is cancelled already")
    held.cancelled_at = timezone.now()
    held.save(update_fields=["cancelled_at"])
    for booking in held.bookings.filter(state__in=[State.BOOKED, State.WAITING]).select_related("person", "session"):
        telling.tell(booking, "cancelled")
    audit.record(action="session.cancelled", record=held, by=by)


@transaction.atomic
def attended(*, session: Session, came: list[int], by) -> None:
    """Who came: the numbers of bookings; of the others with a place it says that they did not."""
    held = _held(session)
    if held.starts_at > timezone.now():
        raise Refused("It has not begun yet. Come back when it has")
    rows = held.bookings.filter(state__in=[State.BOOKED, State.CAME, State.MISSED])
    rows.filter(pk__in=came).update(state=State.CAME)
    rows.exclude(pk__in=came).update(state=State.MISSED)
    audit.record(action="session.attended", record=held, by=by, data={"came": len(came)})


@transaction.atomic
def check(*, person: Person, answers: dict[str, str], confidence: int | None = None, shown: bool = False,
          taken_on: datetime.date | None = None, partner: Partner | None = None, by) -> Check:  # fmt: skip
    """What they can do. Raises Refused: nothing said, an answer that is none, a day still to come."""
    answers = {task: level for task, level in answers.items() if level}
    if not answers and confidence is None:
        raise Refused("Answer at least one")
    if any(task not in TASKS or level not in LEVELS for task, level in answers.items()):
        raise Refused("Choose one of the answers")
    if confidence is not None and not 1 <= confidence <= 5:
        raise Refused("Choose a number from 1 to 5", "confidence")
    taken_on = taken_on or timezone.localdate()
    if taken_on > timezone.localdate():
        raise Refused("Enter today or a day before", "taken_on")
    made = Check.objects.create(
        person=person, answers=answers, confidence=confidence, shown=shown, taken_on=taken_on, partner=partner,
        by=by if by.actor.kind in ("officer", "partner") else None,
    )  # fmt: skip
    audit.record(action="skills.checked", record=made, by=by, data={"answers": len(answers)})
    return made


def _busy(champion, starts_at, minutes) -> bool:
    ends_at = starts_at + datetime.timedelta(minutes=minutes)
    near = champion.sessions.filter(
        cancelled_at=None, starts_at__lt=ends_at, starts_at__gt=starts_at - datetime.timedelta(days=1)
    )
    return any(one.starts_at + datetime.timedelta(minutes=one.minutes) > starts_at for one in near)


def _fill(session: Session, by) -> None:
    free = session.places - session.bookings.filter(state=State.BOOKED).count()
    waiting = session.bookings.filter(state=State.WAITING).select_related("person", "session__partner", "session__site")
    for booking in waiting[: max(free, 0)]:
        booking.state = State.BOOKED
        booking.save(update_fields=["state"])
        audit.record(action="session.booked", record=session, by=by, data={"booking": booking.pk})
        telling.tell(booking, "booked")


def _held(session: Session) -> Session:
    rows = Session.objects.select_for_update(of=("self",)).select_related("partner__organisation", "site")
    return rows.get(pk=session.pk)
