"""The council itself: name, logo, colours, contact. One place; pages, mails and letters read it from here."""

from dataclasses import dataclass, field

from django.conf import settings

AREAS = {"communities": "Digital Communities", "place": "Digital Place", "council": "Digital Council"}
DEEP_TEAL = "#0b4f53"  # the same as $brand in design/styles/_tokens.scss; a test holds them together
DARKER_TEAL = "#07383b"


@dataclass(frozen=True)
class Authority:
    """What `authority.toml` in the council's own folder (BOROUGH_AUTHORITY) may say."""

    name: str = "Borough"  # as people say it, in the header
    full_name: str = "Borough Council"
    logo: str = "logo.svg"  # a file in static/, three wide by two high
    icon: str = "favicon.svg"
    colour: str = DEEP_TEAL  # the accent; must pass 4.5 to 1 on white
    colour_dark: str = DARKER_TEAL  # the same while pointed at, and in shadow
    phone: str = ""
    hours: str = ""  # as said in a sentence: "Monday to Friday, 9am to 5pm"
    email: str = ""
    address: str = ""
    website: str = "/"
    areas: dict = field(default_factory=lambda: dict(AREAS))

    @property
    def recoloured(self) -> bool:
        """Whether pages need the small stylesheet that replaces the accent."""
        return (self.colour, self.colour_dark) != (DEEP_TEAL, DARKER_TEAL)

    @property
    def stylesheet(self) -> str:
        """Its address changes with the colours, so browsers may keep it."""
        return f"/authority.css?{self.colour[1:]}-{self.colour_dark[1:]}"


def details() -> Authority:
    return Authority(**settings.AUTHORITY)
