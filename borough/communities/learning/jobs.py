"""Periodic work of learning: reminding people the day before."""

import datetime

from django.utils import timezone

from borough.foundations.schedule.registry import every

from . import telling
from .models import Booking


@every("15 9 * * *", name="learning.remind")
def remind():
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    rows = Booking.objects.filter(
        state=Booking.State.BOOKED, session__cancelled_at=None, session__starts_at__date=tomorrow
    )
    for booking in rows.select_related("person", "session__partner__organisation", "session__site"):
        telling.tell(booking, "tomorrow")
