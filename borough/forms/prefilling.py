"""What a resident's account knows already, filled in for them. They see it, and may change it."""

from borough.foundations.gazetteer import postcodes
from borough.foundations.gazetteer import queries as gazetteer
from borough.foundations.people import queries as people

from .definition.flow import CompiledPage
from .questions.address import LINES


def typed(page: CompiledPage, answers: dict, user) -> dict:
    """What to put in the boxes of questions not answered yet: field → text. `user` is the resident signed in."""
    wanted = [q for q in page.questions.values() if q.prefill and q.name not in answers]
    if not wanted:
        return {}
    person = people.person_of(user)
    found = {}
    for question in wanted:
        if value := _KNOWN[question.prefill](user, person):
            found |= question.typed(value)
    return found


def _address(user, person) -> dict | None:
    """As the question keeps it: from the gazetteer where it was chosen there, else from its lines."""
    if person is None or not person.address:
        return None
    if person.uprn and (known := gazetteer.get(person.uprn)):
        return {part: getattr(known, part) for part in LINES} | {"uprn": known.uprn}
    lines = [line.strip() for line in person.address.split("\n") if line.strip()]
    last = postcodes.tidy(lines[-1]) if lines else None
    if last:
        lines.pop()
    if not lines:
        return None
    town = lines.pop() if len(lines) > 1 else ""
    return {"line_1": lines[0], "line_2": ", ".join(lines[1:]), "town": town, "uprn": None} | {
        "postcode": postcodes.tidy(person.postcode) or last or ""
    }


_KNOWN = {
    "name": lambda user, person: person.name if person and person.name else user.name,
    "email": lambda user, person: user.email,
    "phone": lambda user, person: person.phone if person else "",
    "address": _address,
}
