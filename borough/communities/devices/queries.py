"""Reading the library: totals, the queue, what a counter needs to know. Whose rows: see `policy`."""

import datetime

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from . import policy, rules
from .actions import lending
from .models import Device, Loan, Offer, Request

State = Device.State

# One started month for each day on which a month of the loan begins: the day it was lent, and that day of each later
# month while it lasted. The library's local days, [since, until).
MONTHS = """
WITH days AS (
    SELECT household,
           (lent_at AT TIME ZONE 'Europe/London')::date AS first,
           (ended_at AT TIME ZONE 'Europe/London')::date AS last
    FROM devices_loan WHERE lent_at < %(until_moment)s AND (ended_at IS NULL OR ended_at >= %(since_moment)s)
)
SELECT count(*), count(DISTINCT household) FROM days,
LATERAL (
    SELECT (first + make_interval(months => n))::date AS start
    FROM generate_series(0, 12 * extract(year FROM age(%(until)s, first))::int + 12) AS n
) AS months
WHERE start >= %(since)s AND start < %(until)s AND (last IS NULL OR start < last OR start = first)
"""


def loan_months(since: datetime.date, until: datetime.date) -> tuple[int, int]:
    """(loan-months, households) of the days [since, until): see `rules.months` for the same of one loan."""
    values = {"since": since, "until": until, "since_moment": _midnight(since), "until_moment": _midnight(until)}
    with connection.cursor() as cursor:
        cursor.execute(MONTHS, values)
        return cursor.fetchone()


def year_to(day: datetime.date) -> tuple[datetime.date, datetime.date]:
    """The year up to and with a day, as [since, until)."""
    until = day + datetime.timedelta(days=1)
    return (until.replace(year=until.year - 1) if (until.month, until.day) != (2, 29)
            else until.replace(year=until.year - 1, day=28)), until  # fmt: skip


def waiting():
    """Everybody in the queue, in its order, with `offered` where something is kept for them."""
    live = Offer.objects.filter(request=OuterRef("pk"), ended_at=None)
    found = Request.objects.filter(ended_at=None).annotate(offered=Exists(live))
    return found.order_by("band", "queued_at", "pk")


def place(request: Request) -> int:
    """How many are before them, and one: of those who wait for a kind that would suit them too."""
    before = Q(band__lt=request.band) | Q(band=request.band, queued_at__lt=request.queued_at)
    before |= Q(band=request.band, queued_at=request.queued_at, pk__lt=request.pk)
    return waiting().filter(before, offered=False, kinds__overlap=request.kinds).count() + 1


def by_state(devices) -> dict[str, int]:
    return dict(devices.values_list("state").annotate(Count("pk")).order_by())


def overdue(loans):
    return loans.filter(ended_at=None, due_on__lt=timezone.localdate())


def counter(user) -> dict:
    """What waits at the counter: what is kept for whom, what is late, and how much of the rest there is."""
    today = timezone.localdate()
    devices, loans = policy.devices(user), policy.loans(user)
    kept = Offer.objects.filter(ended_at=None).select_related("device", "request__case__person").order_by("expires_on")
    # The ten and the counts are asked apart: each then needs only the index of open loans by their day.
    late = overdue(loans).select_related("device", "person").order_by("due_on")[:10]
    due = loans.filter(ended_at=None, due_on__lte=today).order_by()
    due = due.aggregate(late=Count("pk", filter=Q(due_on__lt=today)), today=Count("pk", filter=Q(due_on=today)))
    counts = by_state(devices)
    return {
        "kept": kept[:50], "late": late, "late_count": due["late"], "today": today, "due_today": due["today"],
        "waiting_count": waiting().filter(offered=False).count(), "states": {s: counts.get(s, 0) for s in State.values},
    }  # fmt: skip


def agreement_for(device: Device, form) -> str:
    """The words that are about to be signed, for the day and the parts of the form as it stands."""
    due = form.cleaned_data.get("due_on") if form.is_bound and form.is_valid() else None
    due = due or timezone.localdate() + datetime.timedelta(days=rules.USUAL)
    return lending.words(device, device.parts, due)


def found(user_devices, text: str) -> Device | None:
    """The device with that label, serial or IMEI."""
    if label := rules.tag(text):
        return user_devices.filter(tag=label).first()
    typed = rules.serial(text)[:60]
    return user_devices.filter(Q(serial=typed) | Q(imei=typed)).first() if typed else None


def history(device: Device) -> list[Loan]:
    return list(device.loans.select_related("person", "clearance", "referrer")[:20])


def _midnight(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))
