"""Reading what was counted: how journeys went, what was refused, what people thought."""

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Aggregate, Count, DurationField, ExpressionWrapper, F, Sum
from django.utils import timezone

from borough.foundations.people import queries as people

from .. import keepers
from .. import queries as forms
from ..definition.form import Form
from ..models import Journey, Publication, Submission
from . import stopping
from .models import Opinion, Refused, Stopped

REST = datetime.timedelta(hours=24)  # a form left for longer has been stopped at; until then it is under way


@dataclass(frozen=True)
class Begun:
    """So many journeys begun on one day in one way, and how they went: sent, ended, stopped or under way.

    `page` is where they stopped or ended; empty for the rest.
    """

    day: datetime.date
    channel: str
    went: str
    page: str = ""
    count: int = 1


def visible_to(user) -> list[Form]:
    """The services whose figures this officer may see: those their teams look after; a manager sees every one.

    Figures say nothing of anybody. What people wrote may, so that is for the owning team alone: `may_read_words`.
    """
    manager = people.is_manager(user)
    return [form for form in forms.services() if manager or keepers.keeps(user, form)]


def may_read_words(user, form: Form) -> bool:
    return form.service.team in keepers.teams(user)


def begun(slug: str, first: datetime.date, last: datetime.date, *, now=None) -> Iterator[Begun]:
    """Every journey begun from `first` to `last`: those that are here still, and those deleted and counted."""
    now = now or timezone.now()
    start, end = _moments(first, last)
    sent = Submission.objects.filter(slug=slug, started_at__gte=start, started_at__lt=end, submitted_at__lte=now)
    for row in sent.values("started_at__date", "channel").annotate(n=Count("pk")).order_by():
        yield Begun(row["started_at__date"], row["channel"], "sent", count=row["n"])
    for row in Stopped.objects.filter(slug=slug, day__range=(first, last)):
        yield Begun(row.day, row.channel, "ended" if row.ended else "stopped", row.page, row.count)
    here = Journey.objects.filter(slug=slug, sent_at=None, started_at__gte=start, started_at__lt=end)
    here = here.filter(started_at__lte=now)
    parts = ("version", "answers", "started_at", "changed_at", "helped_by", "user__organisation")
    for version, answers, started_at, changed_at, helped_by, organisation in here.values_list(*parts).iterator():
        page, ended = stopping.place(version, answers, changed_at)
        went = "ended" if ended else "stopped" if changed_at < now - REST else "under way"
        how = stopping.channel(helped_by, organisation)
        yield Begun(timezone.localdate(started_at), how, went, page if went != "under way" else "")


def sent(slug: str, first: datetime.date, last: datetime.date) -> Counter:
    """How many forms were sent from `first` to `last`, by channel."""
    rows = _sent(slug, first, last).values("channel").annotate(n=Count("pk")).order_by()
    return Counter({row["channel"]: row["n"] for row in rows})


class Middle(Aggregate):
    """The median."""

    function = "PERCENTILE_CONT"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()


def time_taken(slug: str, first: datetime.date, last: datetime.date) -> datetime.timedelta | None:
    """The median from the first page answered to sending. None where nothing was sent."""
    took = ExpressionWrapper(F("submitted_at") - F("started_at"), DurationField())
    return _sent(slug, first, last).aggregate(middle=Middle(took))["middle"]


def _sent(slug, first, last):
    start, end = _moments(first, last)
    return Submission.objects.filter(slug=slug, submitted_at__gte=start, submitted_at__lt=end)


def _moments(first, last) -> tuple[datetime.datetime, datetime.datetime]:
    """The first moment of the first day and the one after the last: an index answers for these, not for dates."""
    midnight, day = datetime.time(), datetime.timedelta(days=1)
    return tuple(timezone.make_aware(datetime.datetime.combine(one, midnight)) for one in (first, last + day))


def refusals(slug: str, first: datetime.date, last: datetime.date) -> list[dict]:
    """{page, question, fault, count}, the most often refused first."""
    rows = Refused.objects.filter(slug=slug, day__range=(first, last))
    return list(rows.values("page", "question", "fault").annotate(count=Sum("count")).order_by("-count", "question"))


def opinions(slug: str, first: datetime.date, last: datetime.date) -> Counter:
    """How many gave each score, 1 to 5."""
    rows = Opinion.objects.filter(slug=slug, day__range=(first, last)).values("score").annotate(n=Count("pk"))
    return Counter({row["score"]: row["n"] for row in rows.order_by()})


def live_at_the_end_of(day: datetime.date) -> int:
    """How many services had been published by then."""
    end = timezone.make_aware(datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time()))
    return Publication.objects.filter(live_from__lt=end).values("slug").distinct().count()


def wrote(slug: str, first: datetime.date, last: datetime.date):
    """What people wrote, newest first."""
    return Opinion.objects.filter(slug=slug, day__range=(first, last)).exclude(words="").order_by("-day", "-pk")
