"""Which times have places left, and what was booked."""

import datetime

from django.db.models import Count, Q
from django.utils import timezone

from .models import Booking


def standing():
    """Bookings that keep their place: those taken, and those whose hold has not run out."""
    return Booking.objects.filter(Q(held_until=None) | Q(held_until__gt=timezone.now()))


def booked(diary: str, first: datetime.datetime, last: datetime.datetime) -> dict[datetime.datetime, int]:
    """How many places of each time from `first` to `last` are somebody's. Times with none are not in it."""
    here = standing().filter(diary=diary, starts_at__range=(first, last))
    return dict(here.order_by().values_list("starts_at").annotate(Count("pk")))


def stands(id: str | None, starts_at: datetime.datetime) -> bool:
    """Whether this hold still has its place. One that has run out has, until somebody else takes it."""
    return bool(id) and Booking.objects.filter(pk=id, starts_at=starts_at).exists()


def on(day: datetime.date, diaries) -> list[Booking]:
    """What was taken on one day in these diaries, by time."""
    begins = timezone.make_aware(datetime.datetime.combine(day, datetime.time()))
    ends = timezone.make_aware(datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time()))
    return list(Booking.objects.filter(diary__in=diaries, held_until=None, starts_at__gte=begins, starts_at__lt=ends))


def about(name: str) -> list[Booking]:
    """What was booked for one case or journey."""
    return list(Booking.objects.filter(about=name))
