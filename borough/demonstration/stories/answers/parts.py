"""What several services ask in the same way."""

import datetime
from random import Random


def address(person) -> dict:
    line_1, town, postcode = person.address.splitlines()
    return {"line_1": line_1, "line_2": "", "town": town, "postcode": postcode, "uprn": person.uprn}


def reaching(person) -> dict:
    """How they want to hear from us, as they chose it before."""
    return {"contact_by": person.channel, "format": person.format, "language": person.language or None}


def born(rng: Random, day: datetime.date, youngest: int, oldest: int) -> str:
    return (day - datetime.timedelta(days=rng.randint(youngest * 366, oldest * 365))).isoformat()


def some(rng: Random, values: list[str], most: int) -> list[str]:
    """One to `most` of the values, in their own order."""
    chosen = rng.sample(values, rng.randint(1, most))
    return [value for value in values if value in chosen]
