"""Whether the answers that `person` names can say who applied."""

from .located import by_name

FITS = {
    "email": {"email"},
    "phone": {"phone"},
    "address": {"address"},
    "channel": {"radios", "select"},
    "format": {"radios", "select", "checkboxes"},
}


def check(service):
    known = by_name(service)
    for part, name in service.person:
        if name is None:
            continue
        question, fits = known.get(name), FITS.get(part)
        if question is None:
            yield ("person", part), f"there is no question “{name}”"
        elif fits and question.type not in fits:
            yield ("person", part), f"“{name}” is a {question.type} question; this needs {' or '.join(sorted(fits))}"
    if not (service.person.email or service.person.phone or service.person.address):
        yield ("person",), "we could not answer: name a question for `email`, `phone` or `address`"
