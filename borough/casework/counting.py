"""What is counted of cases: the measures that definitions declare, and a few that hold for all services."""

import datetime
from decimal import Decimal
from typing import Annotated, Literal

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone
from pydantic import Field, model_validator

from borough.forms import queries as forms
from borough.forms.questions.base import UNSAID, Part, Text
from borough.foundations.measures import registry

from .models import Case, TimelineEntry

Key = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
RECENT = datetime.timedelta(days=30)


class Count(Part):
    """What to count, of one service's cases: that ever entered a state, are in one now, or were sent at all."""

    entered: str = ""
    state: str = ""
    submitted: bool = False

    @model_validator(mode="after")
    def one(self):
        if sum(map(bool, (self.entered, self.state, self.submitted))) != 1:
            raise ValueError("count one thing: `entered: STATE`, `state: STATE` or `submitted: true`")
        return self

    def __call__(self, slug: str, day: datetime.date) -> int:
        """The count at the end of `day`."""
        if self.submitted:
            return _opened(day).filter(slug=slug).count()
        if self.entered:
            entered = TimelineEntry.objects.filter(entered=self.entered, case__slug=slug, at__lt=end_of(day))
            return entered.values("case").distinct().count()
        return _in_state(slug, self.state, day)


Shown = Annotated[Text, UNSAID]  # figures are published in English


class DefinedMeasure(Part):
    """A measure that a service declares in its definition."""

    key: Key
    title: Shown
    unit: Shown = "cases"
    definition: Shown
    direction: Literal["up", "down", "none"] = "none"
    count: Count


def check(service, measures, sections):
    """Two measures of one key, or a measure of a state that is not there."""
    seen = set()
    workflow = sections.get("workflow")
    for at, measure in enumerate(measures):
        if measure.key in seen:
            yield ("measures", at, "key"), f"two measures are called “{measure.key}”: give each its own key"
        seen.add(measure.key)
        state = measure.count.entered or measure.count.state
        if state and workflow and state not in workflow.states:
            yield ("measures", at, "count"), f"there is no state “{state}”"


def of_services():
    """The measures of every service now live, for the registry. A key that another service has is passed over."""
    seen = set()
    for form in forms.services():
        for measure in form.sections.get("measures", ()):
            if measure.key not in seen:
                seen.add(measure.key)
                yield registry.Measure(
                    measure.key, measure.title, measure.unit, measure.definition, measure.direction,
                    lambda day, slug=form.slug, count=measure.count: count(slug, day),
                )  # fmt: skip


def declare() -> None:
    """The measures that hold for all services together."""
    registry.declare(
        "cases-open", "Open cases", "cases", "Cases opened by that day and not closed.", "none", still_open
    )
    registry.declare(
        "cases-late", "Late cases", "cases",
        "Open cases whose deadline has passed. A case that waits for the resident is not late.", "down", late,
    )  # fmt: skip
    registry.declare(
        "cases-in-time", "Cases closed in time", "per cent",
        "Of the cases with a deadline closed in the last 30 days, those closed by it. Duplicates are left out.",
        "up", in_time,
    )  # fmt: skip


def still_open(day: datetime.date) -> int:
    return _open_then(day).count()


def late(day: datetime.date) -> int | None:
    """None for a day gone by: deadlines move with pauses, and what they were that day is not kept."""
    if day < timezone.localdate() - datetime.timedelta(days=1):
        return None
    return _open_then(day).filter(due_on__lt=day, paused_on=None).count()


def in_time(day: datetime.date) -> Decimal | None:
    end = end_of(day)
    closed = Case.objects.filter(closed_at__lt=end, closed_at__gte=end - RECENT, merged_into=None, due_on__isnull=False)
    total = closed.count()
    if not total:
        return None
    good = closed.filter(closed_at__date__lte=F("due_on")).count()
    return round(Decimal(100 * good) / total, 1)


def end_of(day: datetime.date) -> datetime.datetime:
    """The first moment after `day`, in the borough's own time."""
    return timezone.make_aware(datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time()))


def _in_state(slug: str, state: str, day: datetime.date) -> int:
    """Cases in that state at the end of the day. Where one is now is where it was, unless it moved since."""
    end = end_of(day)
    then = _opened(day).filter(slug=slug).exclude(merged_into__isnull=False, closed_at__lt=end)
    moves = TimelineEntry.objects.filter(case=OuterRef("pk")).exclude(entered="")
    since = Exists(moves.filter(at__gte=end))
    before = Subquery(moves.filter(at__lt=end).order_by("-at", "-pk").values("entered")[:1])
    moved = then.filter(since).annotate(then=before).filter(then=state)
    return then.filter(state=state).exclude(since).count() + moved.count()


def _opened(day):
    return Case.objects.filter(opened_at__lt=end_of(day))


def _open_then(day):
    return _opened(day).filter(Q(closed_at=None) | Q(closed_at__gte=end_of(day)))
