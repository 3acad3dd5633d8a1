"""The bike service in Welsh: a few of its texts, changed by replacing a part of the catalogue."""

from borough.forms import publishing, queries
from borough.forms.definition import load
from borough.foundations.audit.actors import SYSTEM

from .. import made

WORDS = {
    "Borrow a bike": "Benthyg beic",
    "Who is it for?": "I bwy mae'r beic?",
    "Me": "Fi",
    "Your full name": "Eich enw llawn",
    "We write to you there, ((full_name)).": "Byddwn yn ysgrifennu atoch yno, ((full_name)).",
    "When do you want it?": "Pryd hoffech chi ei gael?",
    "day you want it": "y diwrnod",
    "We have your request": "Mae gennym eich cais",
    "Thank you, ((name)). Your reference is ((reference)).": "Diolch, ((name)). Eich cyfeirnod yw ((reference)).",
}


def po(words=WORDS) -> str:
    """A catalogue of these words, wherever they stand."""
    return "\n\n".join(f'msgid "{english}"\nmsgstr "{welsh}"' for english, welsh in words.items()) + "\n"


def loaded(text: str = made.BIKE, catalogue: str | None = None):
    catalogues = {"cy": po() if catalogue is None else catalogue}
    return load.load_text(text, slug="borrow-a-bike", file="borrow-a-bike/service.yaml", catalogues=catalogues)


def publish(text: str = made.BIKE, catalogue: str | None = None):
    found = loaded(text, catalogue)
    assert not found.faults, [str(fault) for fault in found.faults]
    publishing.publish(loaded=found, by=SYSTEM)
    queries.forget()
    return queries.live("borrow-a-bike")
