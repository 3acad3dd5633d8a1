"""Three hundred people the council serves. No e-mail address or telephone number in here can reach anybody."""

import datetime
import uuid
from random import Random

from borough.foundations.people.models import Person, User

from .names import FIRST, LAST

COUNT = 300
LANGUAGES = ("Urdu", "Polish", "Cantonese", "Arabic", "British Sign Language")
CAST = ("rosa.hill", "daniel.marsh")


def load(rng: Random, homes: list, users: dict[str, User], day: datetime.date) -> list[Person]:
    """All of them; the two whom a visitor may become come first."""
    places = rng.sample(homes, COUNT)
    people, taken = [], set()
    for at, key in enumerate(CAST):
        taken.add(users[key].name)
        people.append(_person(rng, at, users[key].name, places[at], "email", "standard", user=users[key]))
    while len(people) < COUNT:
        name = f"{rng.choice(FIRST)} {rng.choice(LAST)}"
        if name in taken:
            continue
        taken.add(name)
        # Some share a home, as people do: the second of a household is found by the address.
        place = places[len(people) - 1] if rng.random() < 0.12 else places[len(people)]
        people.append(_person(rng, len(people), name, place))
    midnight = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    for person in people:
        person.created_at = midnight - datetime.timedelta(days=rng.randint(1, 400))
    return people


def another(rng: Random, people: list[Person], homes: list, day: datetime.date) -> Person:
    """One more, in the database at once, with a name that nobody has yet."""
    taken = {person.name for person in people}
    name = next(name for name in iter(lambda: f"{rng.choice(FIRST)} {rng.choice(LAST)}", None) if name not in taken)
    person = _person(rng, len(people), name, rng.choice(homes))
    person.save()
    person.created_at = datetime.datetime.combine(day, datetime.time(), datetime.UTC) - datetime.timedelta(days=400)
    person.save(update_fields=["created_at"])
    return person


def _person(rng, at, name, place, channel="", format="", user=None) -> Person:
    channel = channel or rng.choices(("email", "text", "letter"), (72, 14, 14))[0]
    format = format or rng.choices(("standard", "large_print", "easy_read", "interpreter"), (88, 5, 4, 3))[0]
    has_email = channel == "email" or rng.random() < 0.6
    has_phone = channel == "text" or rng.random() < 0.8
    return Person(
        id=uuid.UUID(int=rng.getrandbits(128), version=4),
        user=user,
        name=name,
        email=f"{name.lower().replace(' ', '.')}@example.org" if has_email else "",
        phone=f"07700 900{at:03}" if has_phone else "",
        address="\n".join([place.line_1, place.town, place.postcode]),
        postcode=place.postcode,
        uprn=place.uprn,
        channel=channel,
        format=format,
        language=rng.choice(LANGUAGES) if format == "interpreter" else "",
    )
