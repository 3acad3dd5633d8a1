"""Messages about a session: booked, waiting, tomorrow, cancelled. By the channel the person chose."""

from borough.casework.actions.telling import route
from borough.design.filters import clock, day
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.messages import actions as messages

SAID = {
    "booked": ("You have a place", "You have a place at {title} on {day} at {clock}{where}."),
    "waiting": ("You are on the list", "{title} on {day} is full. We write at once when a place is free."),
    "tomorrow": ("Tomorrow: {title}", "Do not forget: {title} on {day} at {clock}{where}."),
    "cancelled": ("It does not take place", "{title} on {day} at {clock} does not take place. We are sorry."),
}


def tell(booking, name: str):
    """Once for each booking and what happened. None where nobody can be reached."""
    person, session = booking.person, booking.session
    channel, to = route(person) if person else ("", "")
    if not to:
        return None
    where = f", {session.site}, {session.site.postcode}" if session.site else ""
    where = ". We ring you" if session.kind == "phone" else where
    values = {"title": session.title, "day": day(session.starts_at), "clock": clock(session.starts_at), "where": where}
    subject, said = (words.format(**values) for words in SAID[name])
    ring = f"To change it, ring {session.partner.phone}." if session.partner.phone else ""
    body = f"Dear {person.name or 'neighbour'},\n\n{said}\n\n{ring}\n\n{session.partner}\n"
    return messages.send(
        channel=channel, to=to, subject=subject, body=f"{said} {ring}" if channel == "text" else body,
        about=session.about, key=f"booking:{booking.pk}:{name}", by=SYSTEM, format=person.format,
    )  # fmt: skip
