"""Telling the person, by the channel they chose."""

from django.utils.text import Truncator

from borough.design.languages import speaking
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.messages import actions as messages

from .. import definitions, words
from ..timeline import Kind, tell


def tell_person(held, name: str, *, by, reason: str = "", key: str = ""):
    """Send the definition's message `name` about the case. Returns the Message, or None where nobody can be reached."""
    by = by if by.actor.kind == "officer" else SYSTEM  # what a resident does, we answer
    with speaking(definitions.language(held)):
        template = definitions.newest(held).service.messages.get(name)
        if template is None:
            return None  # the way out of an older version may name a message that the newest has not
        values = words.values(held, reason=reason)
        message = {
            "subject": words.fill(template.subject, values),
            "body": words.fill(words.with_link(template.body), values),
            "text": words.fill(words.with_link(template.text or template.body), values),
        }
    return send(held, by=by, key=key, **message)


def send(held, *, subject: str, body: str, text: str = "", by, key: str = "", words: str = ""):
    """Put a message in the outbox for the case's person and a line on the timeline; `words`: an officer wrote them."""
    channel, to = route(held.person)
    if not to:
        tell(held, Kind.CHANGED, "could not tell them: we have no e-mail, telephone number or address", by=by)
        return None
    body = Truncator(text or body).chars(messages.LONGEST_TEXT) if channel == "text" else body
    message = messages.send(
        channel=channel, to=to, subject=subject, body=body, about=held.about, key=key, by=by, format=held.person.format
    )
    tell(held, Kind.MESSAGE_OUT, body, by=by, message=message.pk, channel=channel, subject=subject, words=words)
    return message


def route(person) -> tuple[str, str]:
    """(channel, where to) by the person's choice, else by what we have. Nowhere to is ""."""
    ways = {"email": person.email, "text": person.phone, "letter": letter_address(person)}
    for channel in (person.channel, "email", "text", "letter"):
        if ways[channel]:
            return channel, ways[channel]
    return person.channel, ""


def letter_address(person) -> str:
    if not person.address:
        return ""
    lines = [person.name, *person.address.splitlines()]
    if person.postcode and person.postcode not in person.address:
        lines.append(person.postcode)
    return "\n".join(line for line in lines if line.strip())
