"""How people reach the library: as its service says."""

from borough.forms import queries as forms

SERVICE = "borrow-a-device"


def phone() -> str:
    try:
        return forms.live(SERVICE).service.contact.phone
    except forms.NoService:
        return "the library"
