"""E-mail addresses that somebody has yet to show are theirs, by a code that we send there."""

from borough.foundations import vault

from . import who
from .definition.flow import asked
from .definition.form import Form


def left(form: Form, journey, answers: dict, today, user) -> dict[str, str]:
    """Path of the page that asks for it → the address, of each that is still to be confirmed."""
    if not form.confirms or not needed(journey, user):
        return {}
    known = set(journey.confirmed)
    if user is not None and who.role(user) == "resident":
        known.add(digest(user.email))  # they signed in by a code sent there
    return {
        path: answer
        for path, question, answer in asked(form.route(answers, today), answers, today)
        if question.type == "email" and question.confirm and answer and digest(answer) not in known
    }


def needed(journey, user) -> bool:
    """Not of an officer or partner who fills it in for somebody: the mail is not theirs to read."""
    return journey.helped_by_id is None and who.role(user) != "partner"


def digest(email: str) -> str:
    """What is kept of an address that was confirmed: it can be met again, and not read."""
    return vault.digest("confirmed-email", email.lower())
