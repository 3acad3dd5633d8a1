"""Claims for a business support grant."""

import datetime
from random import Random

from .parts import reaching, some

STORY = (
    "The road outside was closed for works from the end of summer. Most of our trade walks past, and it stopped.",
    "We had to close for three weeks when the roof leaked, and the regulars went elsewhere.",
    "Our largest customer closed. We lost a third of our orders in one month.",
    "Energy costs doubled while fewer people came in. The grant would keep two part-time staff on.",
    "Bookings fell by half. The money would pay the rent until spring.",
)
SECTORS = ("shop", "cafe", "pub", "beauty", "gym", "arts", "making", "trade", "care", "market", "office")


def give(rng: Random, person, day: datetime.date, *, place, bank: dict, papers: list, proof: list) -> dict:
    """`place` is the business's Address; `bank`, `papers` and `proof` are answers made already."""
    kind = rng.choices(("company", "sole_trader", "partnership", "charity"), (55, 32, 7, 6))[0]
    before = rng.randint(40, 600) * 50_00
    closed = rng.random() < 0.45
    other = rng.random() < 0.15
    rates = "pays" if place.organisation else rng.choice(["landlord", "home", "stall"])
    name = place.organisation or f"{person.name.split()[-1]} Services"
    return {
        "business_type": kind,
        "company_name": f"{name} Ltd", "company_number": f"{rng.randint(1, 15_999_999):08}",
        "trading_name": name, "tax_reference": f"{rng.randint(10**9, 10**10 - 1)}",
        "partnership_name": name, "partners": f"{person.name}\nAlex {person.name.split()[-1]}",
        "charity_name": f"Friends of {name}", "charity_number": str(rng.randint(200_000, 1_199_999)),
        "trading": "yes",
        "started_on": (day - datetime.timedelta(days=rng.randint(300, 9_000))).isoformat(),
        "in_trouble": "no",
        "sector": rng.choice(SECTORS),
        "in_stockport": "yes",
        "business_address": {"line_1": place.line_1, "line_2": "", "town": place.town, "postcode": place.postcode,
                             "uprn": place.uprn},
        "rates": rates,
        "rates_account": f"7{rng.randint(0, 9_999_999):07}" if rates == "pays" else None,
        "staff": rng.choices((1, 2, 3, 5, 8, 14, 40), (30, 22, 16, 14, 10, 6, 2))[0],
        "what_happened": (["closed"] if closed else []) + some(rng, ["fewer", "supply", "costs"], 2),
        "closed_on": (day - datetime.timedelta(days=rng.randint(20, 170))).isoformat() if closed else None,
        "sales_before": before,
        "sales_after": before * rng.randint(0, 80) // 100,
        "story": rng.choice(STORY),
        "amount_asked": rng.randint(2, 40) * 250_00,
        "evidence": papers,
        "other_money": "have" if other else "none",
        "other_money_sum": rng.randint(5, 40) * 100_00 if other else None,
        "other_money_from": "A charity for small shops" if other else None,
        "over_limit": "no",
        "contact_name": person.name,
        "role": rng.choice(["Owner", "Director", "Manager"]),
        "email": person.email,
        "phone": person.phone,
        **reaching(person),
        "bank": bank,
        "bank_proof": proof,
        "declares_true": True, "declares_subsidy": True, "declares_checks": True,
    }  # fmt: skip
