"""Enquiries about fostering."""

import datetime
from random import Random

from .parts import address, born, reaching, some

WHY = (
    "Our two have left home and the house is too quiet.",
    "I grew up in care myself. One carer made all the difference to me.",
    "A friend at work fosters, and her stories made me think I could do it too.",
    "We have the room and the time, and we would like to give a child a safe start.",
    "I work in a school and I see children who need somebody.",
)
JOBS = ("Teaching assistant", "Bus driver", "Nurse", "Shop manager", "Bookkeeper", "Chef", "Care worker", "Plumber")
PETS = ("One old dog", "Two cats", "A rabbit", "A dog and three hens", "Fish")


def give(rng: Random, person, day: datetime.date) -> dict:
    count = rng.choices((1, 2, 3, 4, 5), (2, 5, 4, 3, 1))[0]
    joint = count > 1 and rng.random() < 0.7
    work = rng.choices(
        ("full_time", "part_time", "self_employed", "at_home", "retired", "not_working"), (4, 4, 2, 3, 1, 1)
    )[0]
    pets = rng.random() < 0.5
    experience = some(rng, ["own", "family", "work", "volunteer", "fostered"], 3) if rng.random() < 0.9 else ["none"]
    soon = rng.random() < 0.1
    heard = rng.choice(["friend", "carer", "event", "search", "social", "radio", "poster", "school", "work", "other"])
    return {
        "date_of_birth": born(rng, day, 24, 62),
        "bedroom": "soon" if soon else "have",
        "bedroom_from": "Next summer, when my son moves out" if soon else None,
        "full_name": person.name,
        "joint": "partner" if joint else "alone",
        "partner_name": f"Alex {person.name.split()[-1]}" if joint else None,
        "household_count": count,
        "household": (["partner"] if joint else []) + some(rng, ["under_5", "under_18", "grown_up", "parents"], 2)
        if count > 1 + joint
        else ["partner"],
        "pets": "have" if pets else "none",
        "pets_more": rng.choice(PETS) if pets else None,
        "work": work,
        "job": rng.choice(JOBS),
        "hours_bend": rng.choice(["yes", "yes", "no"]),
        "experience": experience,
        "fostered_with": "Another council, some years ago" if "fostered" in experience else None,
        "kinds": ["unsure"] if rng.random() < 0.3 else some(rng, ["short", "long", "respite", "disabled", "breaks"], 3),
        "why": rng.choice(WHY) if rng.random() < 0.8 else None,
        "address": address(person),
        "email": person.email,
        "phone": person.phone,
        "ring_when": ["any"] if rng.random() < 0.4 else some(rng, ["morning", "afternoon", "evening"], 2),
        **reaching(person),
        "heard": heard,
        "heard_where": "A stall at the market" if heard == "other" else None,
        "agrees": True,
    }
