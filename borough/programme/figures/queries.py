"""Reading the published measures. They are public: anybody may see them, small numbers of people apart."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from borough.foundations import small
from borough.foundations.measures import queries as counting
from borough.foundations.measures import registry
from borough.foundations.measures.models import Reading

from . import fresh
from .models import Published, TypedReading

GONE = "It is not counted any more"


@dataclass(frozen=True)
class Figure:
    """A published measure with its newest number, as the public may see it."""

    published: Published
    title: str
    unit: str
    definition: str
    direction: str
    value: Decimal | None  # None: nothing to tell, or hidden
    as_at: datetime.date | None
    hidden: bool
    fresh: fresh.Fresh
    source: str

    @property
    def key(self) -> str:
        return self.published.key

    @property
    def said(self) -> str:
        """What stands where the number would, where there is none."""
        return "fewer than 5, or hidden to protect people" if self.hidden else self.fresh.words

    @property
    def progress(self) -> str:
        """Against the target, in words; empty where nothing is aimed at or told."""
        aim, value = self.published.target, self.value
        if aim is None or value is None or self.direction == "none":
            return ""
        there = value >= aim if self.direction == "up" else value <= aim
        return "Target met" if there else "Not there yet"


@dataclass(frozen=True)
class Point:
    """One reading of the history. `problem` says why there is no number."""

    day: datetime.date
    value: Decimal | None
    problem: str = ""
    by: str = ""
    source: str = ""


def measures(workstream=None) -> list[Figure]:
    """Every published measure, in the order of the workstreams; or those of one. Four queries, however many."""
    every = list(Published.objects.select_related("workstream"))
    found = _figures(every)
    return [one for one in found if workstream is None or one.published.workstream_id == workstream.pk]


def measure(key: str) -> Figure:
    """Raises Http404 where no measure of that key is published. All of them are looked at, for what is hidden."""
    for one in measures():
        if one.key == key:
            return one
    raise Http404(key)


def by_workstream() -> dict[int, list[Figure]]:
    """workstream id → its measures."""
    found = {}
    for one in measures():
        found.setdefault(one.published.workstream_id, []).append(one)
    return found


def history(figure: Figure) -> list[Point]:
    """Its readings, newest first, one a day; small numbers of people hidden, and what would give one away."""
    points = _points(figure.published)
    gone = _hidden_days(figure.published)
    return [Point(one.day, None, "hidden", one.by, one.source) if one.day in gone else one for one in points]


def _points(published: Published) -> list[Point]:
    if not published.typed:
        return [Point(row.day, row.value, _problem(row)) for row in counting.readings(published.key)]
    newest: dict[datetime.date, TypedReading] = {}
    for row in published.typed_readings.order_by("-day", "-pk"):
        newest.setdefault(row.day, row)  # what was put right since is not told again
    return [Point(row.day, row.value, by=row.by_name, source=row.source) for row in newest.values()]


def _problem(row: Reading) -> str:
    if row.error:
        return "could not be counted"
    return "not known" if row.value is None else ""


def _hidden_days(published: Published) -> set[datetime.date]:
    """The days on which its number is not told: looked at with the measures it adds up with, day by day."""
    family = _family(published)
    people = {one.key for one in family if one.of_people}
    if not people:
        return set()
    part_of = {one.key: one.part_of for one in family if one.part_of}
    by_day: dict[datetime.date, dict] = {}
    for key, day, value in _told(family):
        by_day.setdefault(day, {}).setdefault(key, value)
    return {day for day, values in by_day.items() if published.key in small.hidden(values, people, part_of)}


def _told(family: list[Published]):
    """(key, day, value) of all their readings in two queries, what puts another right before it."""
    yield from Reading.objects.filter(key__in=[one.key for one in family]).values_list("key", "day", "value")
    typed = TypedReading.objects.filter(measure__in=family).order_by("-pk")
    yield from typed.values_list("measure__key", "day", "value")


def _family(published: Published) -> list[Published]:
    """The measure, the total it is a part of, and all other parts of that; or its own parts."""
    whole = published.part_of or published.key
    return list(Published.objects.filter(Q(key=whole) | Q(part_of=whole)))


def corrections(published: Published) -> list[TypedReading]:
    """The numbers that were typed to put others right, newest first."""
    return list(published.typed_readings.exclude(correction="").order_by("-at"))


def words() -> list[tuple[str, str, str]]:
    """(key, title, definition) of every published measure, without its numbers."""
    counted = {one.key: one for one in registry.measures()}
    found = ((one, one if one.typed else counted.get(one.key)) for one in Published.objects.all())
    return [(one.key, one.title or said.title, said.definition) for one, said in found if said is not None]


def unpublished() -> list[registry.Measure]:
    """What is counted, and not public."""
    public = set(Published.objects.values_list("key", flat=True))
    return [one for one in registry.measures() if one.key not in public]


def _figures(every) -> list[Figure]:
    counted = {one.key: one for one in registry.measures()}
    keys = [one.key for one in every if not one.typed]
    newest = counting.latest(keys)
    typed = {
        row.measure_id: row
        for row in TypedReading.objects.order_by("measure_id", "-day", "-pk").distinct("measure_id")
    }  # fmt: skip
    latest = {one.key: typed.get(one.pk) if one.typed else newest.get(one.key) for one in every}
    hidden = small.hidden(
        {key: row.value if row else None for key, row in latest.items()},
        {one.key for one in every if one.of_people},
        {one.key: one.part_of for one in every if one.part_of},
    )
    return [_figure(one, counted.get(one.key), latest[one.key], one.key in hidden) for one in every]


def _figure(published, counted, row, hidden) -> Figure:
    words = published if published.typed else counted
    error = "" if published.typed else getattr(row, "error", "")
    state = fresh.fresh(
        row.day if row else None, row.value if row else None, error,
        every=published.every, typed=published.typed, today=timezone.localdate(),
    )  # fmt: skip
    if words is None:
        state = fresh.Fresh("never", GONE)
    return Figure(
        published=published,
        title=published.title or (words.title if words else published.key),
        unit=words.unit if words else "",
        definition=words.definition if words else "",
        direction=words.direction if words else "none",
        value=row.value if row and state.told and not hidden else None,
        as_at=row.day if row and words is not None else None,
        hidden=hidden,
        fresh=state,
        source=row.source if row and published.typed else published.source,
    )
