"""What is booked on a day in the diaries of an officer's services."""

import datetime
from dataclasses import dataclass

from borough.forms import keepers
from borough.forms import queries as forms
from borough.foundations.bookings import queries as bookings

from .models import Case
from .visibility import visible_to


@dataclass(frozen=True)
class Booked:
    """`case` is None for one that this officer may not see."""

    starts_at: datetime.datetime
    ends_at: datetime.datetime
    diary: str
    place: int
    places: int
    case: Case | None


def of(teams) -> set[str]:
    """The diaries that the live services of these teams book in."""
    known = forms.diaries()
    return set().union(*(known.get(team, ()) for team in teams))


def on(day: datetime.date, user) -> list[Booked]:
    """What is booked on that day, by time."""
    found = bookings.on(day, of(keepers.teams(user)))
    references = [one.about.removeprefix("case:") for one in found]
    cases = {case.reference: case for case in visible_to(user).filter(reference__in=references)}
    return [
        Booked(
            starts_at=one.starts_at,
            ends_at=one.starts_at + datetime.timedelta(minutes=one.minutes),
            diary=one.diary.replace("_", " ").capitalize(),
            place=one.place,
            places=one.places,
            case=cases.get(one.about.removeprefix("case:")),
        )
        for one in found
    ]
