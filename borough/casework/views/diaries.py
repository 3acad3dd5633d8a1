"""A day's bookings."""

import datetime

from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_safe

from borough.forms import keepers

from .. import diaries
from . import doors, pages

A_DAY = datetime.timedelta(days=1)


@require_safe
@doors.officers_only
def bookings(request):
    """`?day=2026-12-03`; today without it."""
    day, today = _day(request.GET.get("day", "")), timezone.localdate()
    context = {"day": day, "today": today, "booked": diaries.on(day, request.user)}
    context |= {"before": day - A_DAY, "after": day + A_DAY, "any": bool(diaries.of(keepers.teams(request.user)))}
    return pages.render(request, "casework/bookings.html", context, here="bookings")


def _day(text):
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    return day if day and 2000 <= day.year <= 2200 else timezone.localdate()
