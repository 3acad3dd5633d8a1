"""Requests for a device, for oneself or for somebody who agreed."""

import datetime
from random import Random

from .parts import address, reaching, some

NEED = (
    "My son does his homework on my phone and the screen is too small.",
    "I have to look for jobs online every week and the library is not always open.",
    "I would like to see my grandchildren, who live in Canada.",
    "My doctor wants me to send blood pressure readings each day.",
    "I am starting a course at college in two weeks.",
    "My laptop broke in the spring and I cannot buy another.",
)
HELPERS = ("Pat Wilding", "Chris Amoah", "Dev Sandhu", "Marie Lennon", "Toby Grainger")
LIBRARIES = ["bramhall", "bredbury", "brinnington", "central", "cheadle", "edgeley", "hazel_grove", "heatons",
             "marple", "reddish"]  # fmt: skip


def give(rng: Random, person, day: datetime.date, *, helper: str = "", organisation: str = "") -> dict:
    """`helper` is the partner's worker who asks, with their `organisation`; else it is the person or a friend."""
    helped = bool(helper) or rng.random() < 0.15
    kind = rng.choices(("laptop", "tablet", "phone", "data", "unsure"), (36, 28, 9, 17, 10))[0]
    wants_data = rng.choice(["yes", "no"])
    bring = rng.random() < 0.2
    return {
        "for_whom": "other" if helped else "me",
        "agreed": "yes",
        "helper_name": helper or rng.choice(HELPERS),
        "helper_phone": f"0161 496 0{rng.randint(200, 899)}",
        "helper_is": "work" if helper else rng.choice(["family", "friend"]),
        "helper_organisation": organisation or None,
        "consent": True,
        "lives_here": "yes",
        "what_for": some(rng, ["study", "work", "benefits", "health", "touch"], 3),
        "need": rng.choice(NEED) if rng.random() < 0.7 else None,
        "at_home": ["none"] if rng.random() < 0.35 else some(rng, ["phone", "shared", "broken"], 2),
        "internet": rng.choices(("broadband", "mobile", "runs_out", "none", "unsure"), (25, 20, 25, 25, 5))[0],
        "kind": kind,
        "data": wants_data,
        "data_rules": some(rng, ["adult", "low_income", "not_enough", "cost"], 4),
        "teach": rng.choice(["yes", "no"]),
        "make_easier": ["none"] if rng.random() < 0.75 else some(rng, ["big_text", "spoken", "keyboard", "voice"], 2),
        "full_name": person.name,
        "address": address(person),
        "collect": "bring" if bring else "library",
        "bring_notes": "Use the side door, the bell is broken" if bring and rng.random() < 0.5 else None,
        "library": rng.choice(LIBRARIES),
        "email": person.email or None,
        "phone": person.phone or None,
        **reaching(person),
        "rules": True,
    }
