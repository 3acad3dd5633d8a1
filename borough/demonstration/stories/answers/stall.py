"""Bookings of a stall at the market."""

import datetime
from random import Random

from ..days import working_day_after

NAMES = ("Crumbs", "Second Time Round", "The Leaf Stall", "Clay and Thread", "Hot Rolls", "Good Soap")


def give(rng: Random, person, day: datetime.date) -> dict:
    return {
        "cover": "yes",
        "sells": rng.choice(["food", "clothes", "crafts", "plants"]),
        "sells_what": None,
        "first_day": working_day_after(day, rng.randint(8, 30)).isoformat(),
        "days": rng.randint(1, 6),
        "power": rng.choice(["yes", "no"]),
        "full_name": person.name,
        "stall_name": rng.choice(NAMES),
        "email": person.email,
        "phone": person.phone,
    }
