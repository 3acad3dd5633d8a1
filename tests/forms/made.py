"""The services these tests use: two small ones of our own, changed by replacing a part of the text."""

import re
from pathlib import Path

from borough.forms import publishing, queries
from borough.forms.definition import load
from borough.foundations.audit.actors import SYSTEM

HERE = Path(__file__).parent
BIKE = (HERE / "borrow-a-bike.yaml").read_text()
EVERYTHING = (HERE / "everything.yaml").read_text()
PARTY = (HERE / "street-party.yaml").read_text()
ANSWERS = [
    ("who", {"who": "me"}),
    ("name", {"full_name": "Ada Example"}),
    ("email", {"email": "ada@example.org"}),
    ("when", {"wanted_on-day": "27", "wanted_on-month": "3", "wanted_on-year": "2030"}),
]


def bike(old: str = "", new: str = "") -> str:
    """The bike service with one part of it changed."""
    assert old in BIKE, f"not in borrow-a-bike.yaml: {old}"
    return BIKE.replace(old, new, 1)


def party(old: str = "", new: str = "") -> str:
    """The service with sections, conditions, repeated groups and sums, with one part of it changed."""
    assert old in PARTY, f"not in street-party.yaml: {old}"
    return PARTY.replace(old, new, 1)


def loaded(text: str, slug: str = "borrow-a-bike"):
    return load.load_text(text, slug=slug)


def publish(text: str, slug: str = "borrow-a-bike", at=None):
    """Make it live, now or from `at`. The form now live."""
    found = loaded(text, slug)
    assert not found.faults, [str(fault) for fault in found.faults]
    publishing.publish(loaded=found, by=SYSTEM, live_from=at)
    queries.forget()
    return queries.live(slug)


def fill(client, slug: str = "borrow-a-bike", answers=ANSWERS) -> None:
    """Answer these pages, one after another."""
    for page, typed in answers:
        response = client.post(f"/apply/{slug}/{page}", typed)
        assert response.status_code == 302, response.content.decode()


def everything_from(page: str) -> str:
    """The form with every type of question, this page first."""
    head, rest = EVERYTHING.split("pages:\n", 1)
    pages, tail = rest.split("messages:\n", 1)
    blocks = ["  - name: " + block for block in re.split("^  - name: ", pages, flags=re.MULTILINE)[1:]]
    blocks.sort(key=lambda block: not block.startswith(f"  - name: {page}\n"))
    return f"{head}pages:\n{''.join(blocks)}messages:\n{tail}"
