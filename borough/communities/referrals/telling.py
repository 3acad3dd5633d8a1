"""Telling the person what became of their referral, by the channel they chose."""

from borough.casework.actions.telling import route
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.authority.details import details
from borough.foundations.messages import actions as messages

from .models import Referral

SAID = {
    "open": "We asked {receiver} to help you. They will get in touch.",
    "accepted": "{receiver} will help you. They will get in touch to agree when.",
    "rejected": "{receiver} cannot help you with this. They said: {reason}",
    "withdrawn": "Your request to {receiver} is withdrawn. You need not do anything.",
    "rerouted": "{receiver} asked somebody else to help you. We will tell you who.",
    "outcome": "{receiver} told us how it went. We hope that it helped.",
    "closed": "Your request to {receiver} is closed. Ask again whenever you like.",
}
SUBJECT = {
    "open": "We asked somebody to help you", "accepted": "Somebody will help you",
    "rejected": "They cannot help with this", "withdrawn": "Your request is withdrawn",
    "rerouted": "Somebody else will help you", "outcome": "How it went", "closed": "Your request is closed",
}  # fmt: skip
BODY = "Dear {name},\n\n{said}\n\n{more}\n\nDigiKnow, the digital inclusion alliance\n"


def tell(referral: Referral):
    """Put the message for its new state in the outbox. None where nobody can be reached."""
    person = referral.person
    channel, to = route(person) if person else ("", "")
    if not to:
        return None
    said = SAID[referral.state].format(receiver=referral.receiver, reason=referral.reason)
    contact = referral.receiver.phone or details().phone
    more = f"If you have a question, ring {contact}." if contact else ""
    body = BODY.format(name=person.name or "neighbour", said=said, more=more)
    return messages.send(
        channel=channel, to=to, subject=SUBJECT[referral.state], body=f"{said} {more}" if channel == "text" else body,
        about=referral.about, key=f"{referral.about}:{referral.state}", by=SYSTEM, format=person.format,
    )  # fmt: skip
