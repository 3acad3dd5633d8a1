"""The daily digest: to each officer, what is new, what was answered and what is nearly late among their cases."""

import datetime

from django.db.models import Q
from django.utils import timezone

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.messages import actions as messages
from borough.foundations.people import queries as people

from . import deadlines, words
from .models import WarningNote
from .queries import late
from .visibility import visible_to

MOST_LINES = 20


def send(today: datetime.date | None = None) -> int:
    """Put today's digests in the outbox. Returns how many: officers with nothing to read, or away, get none.

    A day that is not worked has none, and a second call on the same day sends nothing twice.
    """
    today = today or timezone.localdate()
    if not deadlines.is_working_day(today):
        return 0
    away = set(people.away(today).values_list("user", flat=True))
    sent = 0
    for officer in people.officers().exclude(pk__in=away):
        text = digest(officer, today)
        if text:
            messages.send(channel="email", to=officer.email, subject=f"Your cases today, {today.day} {today:%B}",
                          body=text, key=f"digest:{officer.pk}:{today}", by=SYSTEM)  # fmt: skip
            sent += 1
    return sent


def digest(officer, today: datetime.date) -> str:
    """The words of one officer's digest; empty when there is nothing to say. It names cases by reference only."""
    cases = visible_to(officer).filter(closed_at=None).order_by("due_on", "pk")
    mine = Q(assignee=officer)
    soon = deadlines.add_working_days(today, deadlines.NEARLY)
    since = timezone.now() - (today - _last_working_day(today))
    parts = [
        ("They answered", cases.filter(mine, answered_at__isnull=False)),
        ("Late", cases.filter(mine).filter(late(today))),
        ("Nearly late", cases.filter(mine, due_on__range=(today, soon), paused_on=None)),
        ("New for your team", cases.filter(assignee=None, opened_at__gte=since)),
    ]
    lines = [part for title, found in parts for part in _part(title, found)]
    reviews = WarningNote.objects.filter(made_by=officer, ended_at=None, review_on__lte=today).count()
    if reviews:
        lines.append(f"# Warning notes to look at again\n\n{reviews} of yours.")
    if not lines:
        return ""
    return "\n\n".join([f"Hello {officer.name},", *lines, f"See them all: {words.site()}/work/"])


def _part(title: str, cases):
    found = list(cases[: MOST_LINES + 1])
    if found:
        more = ["* and more"] if len(found) > MOST_LINES else []
        yield f"# {title}"
        yield "\n".join([*(_line(case) for case in found[:MOST_LINES]), *more])


def _line(case) -> str:
    due = f", due {case.due_on.day} {case.due_on:%B}" if case.due_on and not case.paused_on else ""
    return f"* {case.reference}{due}"


def _last_working_day(today: datetime.date) -> datetime.date:
    day = today - datetime.timedelta(days=1)
    while not deadlines.is_working_day(day):
        day -= datetime.timedelta(days=1)
    return day
