"""Who applied, from the answers that the definition's `person` names."""

from .definition.form import Form

FORMATS = {"large_print", "easy_read", "interpreter"}


def applicant(form: Form, answers: dict) -> dict:
    """The fields of a Person: name, email, phone, address, postcode, uprn, channel, format, language."""
    named = form.service.person
    value = {part: answers.get(name) for part, name in named if name}
    address = value.get("address") or {}
    shown = form.questions[named.address].display(address) if named.address and address else ""
    return {
        "name": str(value.get("name") or "")[:200],
        "email": (value.get("email") or "").lower(),
        "phone": value.get("phone") or "",
        "address": shown,
        "postcode": address.get("postcode") or "",
        "uprn": address.get("uprn"),
        "channel": _channel(value),
        "format": _format(value.get("format")),
        "language": str(value.get("language") or "")[:60],
    }


def news(form: Form, answers: dict, details: dict, person) -> dict:
    """What `details` add to a person we know: what we had not yet, and how they now want to hear from us."""
    had_not = ("name", "phone", "address", "postcode")
    found = {part: details[part] for part in had_not if details[part] and not getattr(person, part)}
    chosen = {part: name for part, name in form.service.person if part in ("channel", "format", "language")}
    return found | {part: details[part] for part, name in chosen.items() if name and answers.get(name)}


def _channel(value: dict) -> str:
    """The channel they chose, if we can reach them by it; else one we can."""
    can = {"email": value.get("email"), "text": value.get("phone"), "letter": value.get("address")}
    chosen = value.get("channel")
    if can.get(chosen):
        return chosen
    return next((channel for channel, there in can.items() if there), "letter")


def _format(value) -> str:
    chosen = value if isinstance(value, list) else [value]
    return next((one for one in chosen if one in FORMATS), "standard")
