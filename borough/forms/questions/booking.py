"""A day and a time to book. The time is held while the form is filled in, and taken once it is sent."""

import datetime
import itertools
from typing import Literal

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from pydantic import Field

from borough.design import filters
from borough.foundations.bookings import queries as bookings

from .base import Name, Question, Typed
from .slots import Hours, Span, span, times

SHOWN = 5  # days with times to choose from, at once
CLOSED = 366  # days that may be named as closed


class Booking(Question):
    """A time to choose out of those that are free.

    We keep the time for 30 minutes while somebody fills in the rest, and it is theirs once they send the form. What we
    keep has the number of what holds it.
    """

    type: Literal["booking"] = "booking"
    template = "booking"
    steady = False
    fresh = True
    logic_kind = "date"
    noun = N_("The time")
    wanting = N_("Choose {called}")
    ask = N_("Choose a day and a time")
    diary: Name = Field(description="What is booked. Forms that name the same diary share its times")
    hours: list[Hours] = Field(min_length=1, max_length=20, description="When there are times to book")
    every: int = Field(30, ge=5, le=480, description="Minutes that a booking takes")
    places: int = Field(1, ge=1, le=200, description="How many people may book the same time")
    notice: Span = Field("1 day", description="How long before a time it can be booked: “2 hours”, “3 days”")
    ahead: Span = Field("6 weeks", description="How far ahead a time can be booked")
    closed: list[datetime.date] = Field(
        default_factory=list, max_length=CLOSED, description="Days without times, besides bank holidays"
    )

    def fields(self):
        return [self.name, f"{self.name}-from"]

    def typed(self, value):
        return {self.name: value["at"] if value else "", f"{self.name}-from": value["at"][:10] if value else ""}

    # --- the times there are
    def times(self) -> list[datetime.datetime]:
        """Every time that may be booked from now, whoever has it already."""
        now = timezone.localtime().replace(tzinfo=None, second=0, microsecond=0)
        first, last = now + span(self.notice), now + span(self.ahead)
        return list(times(self.hours, self.every, first, last, frozenset(self.closed)))

    def free(self, mine: str = "") -> list[datetime.datetime]:
        """Those with a place left, and the time that somebody has chosen already."""
        there = self.times()
        if not there:
            return []
        full = {
            timezone.localtime(at).replace(tzinfo=None)
            for at, count in bookings.booked(self.diary, zoned(there[0]), zoned(there[-1])).items()
            if count >= self.places
        }
        return [at for at in there if at not in full or written(at) == mine]

    def shown(self, typed: Typed, mine: str = "") -> "Shown":
        """The days to choose from: the first with a time left, or those that a button asked for."""
        grouped = itertools.groupby(self.free(mine), lambda at: at.date())
        days = [(day, list(on)) for day, on in grouped]
        wanted = typed.get(f"{self.name}-from") or ""
        first = next((at for at, (day, _) in enumerate(days) if day.isoformat() >= wanted), max(len(days) - SHOWN, 0))
        first -= first % SHOWN
        here = days[first : first + SHOWN]
        earlier = days[max(first - SHOWN, 0)][0].isoformat() if first else ""
        later = days[first + SHOWN][0].isoformat() if len(days) > first + SHOWN else ""
        return here, earlier, later

    def pressed(self, do: str, typed: Typed):
        """Show other days."""
        verb, _, rest = do.partition(" ")
        name, _, day = rest.partition(" ")
        if verb != "days" or name != self.name:
            return None
        return typed | {f"{self.name}-from": day[:10]}, {}

    # --- the answer
    def clean(self, typed: Typed, today):
        return self.parse(typed, today) if typed.get(self.name) else self.empty()

    def parse(self, typed: Typed, today):
        try:
            at = datetime.datetime.strptime(typed[self.name], "%Y-%m-%dT%H:%M")  # noqa: DTZ007  the clock on the wall
        except (TypeError, ValueError):
            raise self.invalid("invalid", _("Choose one of the times listed")) from None
        if at not in self.times():
            raise self.gone()
        return {"at": written(at), "minutes": self.every, "booking": None}

    def gone(self):
        """Somebody else has it, or it is too soon or too late to book it."""
        return self.invalid("taken", _("That time is no longer free. Choose another"))

    def recheck(self, value, today):
        if value is None:
            self.empty()
            return
        at = datetime.datetime.fromisoformat(value["at"])
        if zoned(at) <= timezone.now() or not (bookings.stands(value["booking"], zoned(at)) or at in self.free()):
            raise self.gone()

    def display(self, value):
        """Thursday 3 December 2026, 10am to 10:30am."""
        if not value:
            return ""
        begins = zoned(datetime.datetime.fromisoformat(value["at"]))
        ends = begins + datetime.timedelta(minutes=value["minutes"])
        return _("{day}, {start} to {end}").format(
            day=filters.weekday(begins.date()), start=filters.clock(begins), end=filters.clock(ends)
        )

    def logic(self, value):
        return datetime.date.fromisoformat(value["at"][:10]) if value else None

    def export(self, value):
        """{diary, starts_at, ends_at}: moments with their zone, 2026-12-03T10:00:00+00:00."""
        if not value:
            return None
        begins = zoned(datetime.datetime.fromisoformat(value["at"]))
        ends = begins + datetime.timedelta(minutes=value["minutes"])
        return {"diary": self.diary, "starts_at": begins.isoformat(), "ends_at": ends.isoformat()}

    def samples(self):
        """The first times there are. Whoever walks the form takes one that is free then."""
        return [{self.name: written(at), f"{self.name}-from": ""} for at in self.times()[:2]] or [{self.name: ""}]

    def faults(self):
        for at, one in enumerate(self.hours):
            if not list(times([one], self.every, MONDAY, MONDAY + datetime.timedelta(weeks=1))):
                yield ("hours", at), f"from {one.from_} to {one.to} has no room for {self.every} minutes"
        if span(self.notice) >= span(self.ahead):
            yield ("notice",), "`notice` is as long as `ahead`, so no time could be booked"


Shown = tuple[list[tuple[datetime.date, list[datetime.datetime]]], str, str]  # days, and where earlier and later begin
MONDAY = datetime.datetime(2026, 11, 16)  # noqa: DTZ001  of a week without bank holidays


def zoned(at: datetime.datetime) -> datetime.datetime:
    """The moment of a time on the clock here."""
    return timezone.make_aware(at)


def written(at: datetime.datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M")
