"""A place is somebody's or nobody's: held, taken, given back, and never more of them than there are."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from borough.foundations.audit.actors import RESIDENT
from borough.foundations.audit.models import AuditEvent
from borough.foundations.bookings import actions, queries
from borough.foundations.bookings.models import Booking
from tests.foundations.together import at_once

AT = timezone.make_aware(datetime.datetime(2036, 12, 3, 10))  # noqa: DTZ001
LATER = AT + datetime.timedelta(hours=1)


def hold(who="journey:a", at=AT, places=2, before=None):
    return actions.hold(
        diary="visits", starts_at=at, minutes=30, places=places, about=who, before=before, by=RESIDENT
    )  # fmt: skip


def take(held, who, at=AT, places=2):
    return actions.take(
        id=held, diary="visits", starts_at=at, minutes=30, places=places, holder=who, about=f"case:{who[-1]}",
        by=RESIDENT,
    )  # fmt: skip


def run_out(booking):
    Booking.objects.filter(pk=booking.pk).update(held_until=timezone.now() - datetime.timedelta(seconds=1))


@pytest.mark.django_db
def test_two_places_are_held_by_two_and_a_third_is_refused():
    hold("journey:a")
    hold("journey:b")
    with pytest.raises(actions.Full):
        hold("journey:c")
    assert queries.booked("visits", AT, LATER) == {AT: 2}
    assert AuditEvent.objects.filter(action="booking.held").count() == 2


@pytest.mark.django_db
def test_a_hold_that_has_run_out_keeps_nobody_away():
    run_out(hold("journey:a", places=1))
    assert queries.booked("visits", AT, AT) == {}
    hold("journey:b", places=1)
    assert Booking.objects.get().about == "journey:b"


@pytest.mark.django_db
def test_one_that_has_run_out_is_still_taken_where_nobody_else_came():
    held = hold("journey:a", places=1)
    run_out(held)
    assert queries.stands(held.pk, AT)
    assert take(held.pk, "journey:a", places=1).pk == held.pk
    with pytest.raises(actions.Full):
        hold("journey:b", places=1)


@pytest.mark.django_db
def test_somebody_elses_hold_is_not_taken():
    held = hold("journey:a", places=1)
    with pytest.raises(actions.Full):
        take(held.pk, "journey:b", places=1)


@pytest.mark.django_db
def test_another_time_gives_the_first_back_and_a_full_one_keeps_it():
    first = hold("journey:a", places=1)
    hold("journey:b", at=LATER, places=1)
    with pytest.raises(actions.Full):
        hold("journey:a", at=LATER, places=1, before=first.pk)
    assert Booking.objects.filter(about="journey:a", starts_at=AT).exists()
    free = LATER + datetime.timedelta(hours=1)
    hold("journey:a", at=free, places=1, before=first.pk)
    assert set(Booking.objects.filter(about="journey:a").values_list("starts_at", flat=True)) == {free}


@pytest.mark.django_db
def test_the_same_time_again_keeps_the_place_for_longer():
    first = hold("journey:a", places=1)
    run_out(first)
    again = hold("journey:a", places=1, before=first.pk)
    assert (again.pk, again.held_until > timezone.now()) == (first.pk, True)


@pytest.mark.django_db
def test_a_case_gives_back_what_lies_ahead_and_keeps_what_was():
    take(hold("journey:a").pk, "journey:a")
    past = timezone.now() - datetime.timedelta(days=1)
    Booking.objects.create(diary="visits", starts_at=past, minutes=30, place=1, places=1, about="case:a")
    assert actions.let_go(about="case:a", by=RESIDENT) == 1
    assert Booking.objects.get().starts_at == past
    assert AuditEvent.objects.filter(action="booking.let_go").count() == 1


@pytest.mark.django_db
def test_old_holds_are_forgotten_and_what_was_taken_is_not():
    take(hold("journey:a").pk, "journey:a")
    old = hold("journey:b")
    Booking.objects.filter(pk=old.pk).update(held_until=timezone.now() - datetime.timedelta(days=2))
    run_out(hold("journey:c", at=LATER))
    assert actions.forget_holds(by=RESIDENT) == 1
    assert set(Booking.objects.values_list("about", flat=True)) == {"case:a", "journey:c"}


@pytest.mark.django_db
@pytest.mark.parametrize("numbers", [{"place": 1, "places": 2}, {"place": 3, "places": 2}, {"place": 0, "places": 2}])
def test_the_database_refuses_a_place_twice_or_one_that_is_not_there(numbers):
    hold("journey:a")
    with pytest.raises(IntegrityError), transaction.atomic():
        Booking.objects.create(diary="visits", starts_at=AT, minutes=30, about="case:x", **numbers)


@pytest.mark.django_db(transaction=True)
def test_twenty_at_once_fill_three_places_and_no_more():
    def ask(n):
        try:
            held = hold(f"journey:{n}", places=3)
            take(held.pk, f"journey:{n}", places=3)
        except actions.Full:
            return False
        return True

    assert sorted(at_once(20, ask)) == [False] * 17 + [True] * 3
    assert sorted(Booking.objects.values_list("place", flat=True)) == [1, 2, 3]


@pytest.mark.django_db(transaction=True)
def test_twenty_at_once_after_a_hold_that_ran_out_and_its_holder_too():
    held = hold("journey:0", places=1)
    run_out(held)

    def ask(n):
        try:
            take(held.pk if n == 0 else None, f"journey:{n}", places=1)
        except actions.Full:
            return False
        return True

    assert sum(at_once(20, ask)) == 1
    assert Booking.objects.filter(held_until=None).count() == Booking.objects.count() == 1
