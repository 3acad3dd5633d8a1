"""Reading how the workstreams stand. The strategy is public: anybody may read all of it."""

import datetime
from dataclasses import dataclass, field

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Prefetch, Subquery, Value
from django.http import Http404
from django.utils import timezone

from borough.foundations.people.models import Directorate

from . import policy, rules
from .models import Forecast, Milestone, Rewording, Status, StatusChange, Update, Workstream


@dataclass(frozen=True)
class Reaching:
    """A milestone, with the day it was reached or is now expected."""

    milestone: Milestone
    forecasts: list[Forecast]  # newest first

    @property
    def expected(self) -> datetime.date:
        return self.forecasts[0].day if self.forecasts else self.milestone.planned_for

    @property
    def slip(self) -> str:
        return rules.slip(rules.days_late(self.milestone.planned_for, self.milestone.reached_on or self.expected))

    @property
    def overdue(self) -> bool:
        """Neither reached nor forecast anew, and its day is over."""
        return not self.milestone.reached_on and self.expected < timezone.localdate()


@dataclass(frozen=True)
class Standing:
    """A workstream as it stands today."""

    workstream: Workstream
    milestones: list[Reaching] = field(default_factory=list)

    @property
    def status(self) -> str:
        return self.workstream.status_now or Status.ON_TRACK.value

    @property
    def reason(self) -> str:
        return self.workstream.status_reason or ""

    @property
    def last_told(self) -> datetime.date:
        """The day of the latest update; the day it started where there is none."""
        told = self.workstream.told_at
        return timezone.localdate(told) if told else self.workstream.starts_on

    @property
    def due(self) -> datetime.date:
        return rules.due(self.last_told, self.workstream.update_every)

    @property
    def overdue(self) -> bool:
        return rules.overdue(self.status, self.last_told, self.workstream.update_every, timezone.localdate())

    @property
    def next(self) -> Reaching | None:
        """The milestone expected first of those not reached."""
        left = [one for one in self.milestones if not one.milestone.reached_on]
        return min(left, key=lambda one: one.expected) if left else None


def standings(keys=None, *, milestones=True) -> list[Standing]:
    """Every workstream as it stands, in their order: one query, and two for milestones, however much was ever said."""
    change = StatusChange.objects.filter(workstream=OuterRef("pk")).order_by("-at", "-pk")
    update = Update.objects.filter(workstream=OuterRef("pk")).order_by("-at", "-pk")
    reached = Directorate.objects.filter(workstreams=OuterRef("pk")).order_by("name").values("name")
    found = Workstream.objects.annotate(
        status_now=Subquery(change.values("status")[:1]),
        status_at=Subquery(change.values("at")[:1]),
        status_reason=Subquery(change.values("reason")[:1]),
        told_at=Subquery(update.values("at")[:1]),
        told=Subquery(update.values("words")[:1]),
        directorate_names=ArraySubquery(reached),
    )
    if keys is not None:
        found = found.filter(key__in=keys)
    if not milestones:
        return [Standing(workstream) for workstream in found]
    found = found.prefetch_related(Prefetch("milestones", Milestone.objects.prefetch_related("forecasts")))
    return [Standing(one, [Reaching(m, list(m.forecasts.all())) for m in one.milestones.all()]) for one in found]


def standing(key: str) -> Standing:
    """One of them. Raises Http404 where there is none of that key."""
    found = standings([key])
    if not found:
        raise Http404(key)
    return found[0]


def story(workstream, most: int = 40) -> list[dict]:
    """{at, by_name, status, part, words}: what was said of it, newest first, in one query."""
    said = [
        Update.objects.values_list("at", "by_name", Value(""), Value(""), "words"),
        StatusChange.objects.values_list("at", "by_name", "status", Value(""), "reason"),
        Rewording.objects.values_list("at", "by_name", "before", "part", "reason"),
    ]
    first, *others = (one.filter(workstream=workstream).order_by() for one in said)
    rows = first.union(*others, all=True).order_by("-at")[:most]
    names = ("at", "by_name", "status", "part", "words")
    return [dict(zip(names, row, strict=True)) for row in rows]


def written_by(user) -> list[Standing]:
    """Those this officer may write of."""
    if policy.manages(user):
        return standings()
    return standings(list(user.leading.values_list("key", flat=True)))


def titles() -> dict[str, str]:
    """key → title of every workstream."""
    return dict(Workstream.objects.values_list("key", "title"))
