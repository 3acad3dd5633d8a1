"""The council itself: name, logo, colours, contact. One place; pages, mails and letters read it from here."""

from dataclasses import dataclass, field

from django.conf import settings


@dataclass(frozen=True)
class Authority:
    name: str = "Borough"  # as people say it, in the header
    full_name: str = "Borough Council"
    logo: str = "logo.svg"  # a file in static/
    phone: str = ""
    hours: str = ""
    email: str = ""
    address: str = ""
    website: str = "/"
    areas: dict = field(default_factory=lambda: {"communities": "Digital Communities", "place": "Digital Place", "council": "Digital Council"})  # fmt: skip


def details() -> Authority:
    return Authority(**getattr(settings, "AUTHORITY", {}))
