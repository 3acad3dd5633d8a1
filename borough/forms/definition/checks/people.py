"""Whether the answers that `person` names can say who applied."""

from ..model import Applicant
from .located import by_name, pages

FITS = {
    "email": {"email"},
    "phone": {"phone"},
    "address": {"address"},
    "channel": {"radios", "select"},
    "format": {"radios", "select", "checkboxes"},
}


def check(service):
    known = by_name(service)
    inside = {q.name for _, page in pages(service) if page.repeat for p in page.repeat.pages for q in p.asking}
    for part, name in service.person:
        if name is None:
            continue
        question, fits = known.get(name), FITS.get(part)
        if question is None:
            yield ("person", part), f"there is no question “{name}”"
        elif name in inside:
            yield ("person", part), f"“{name}” is asked several times, so it cannot say who applies"
        elif fits and question.type not in fits:
            yield ("person", part), f"“{name}” is a {question.type} question; this needs {' or '.join(sorted(fits))}"
    asks = service.person != Applicant()
    if asks and not (service.person.email or service.person.phone or service.person.address):
        yield ("person",), "we could not answer: name a question for `email`, `phone` or `address`"
