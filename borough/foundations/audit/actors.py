"""Who acts: an officer, a resident, a partner, or the system itself."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Actor:
    """The one who does something. `by=` takes one of these, or anything that has one as `.actor` (a User)."""

    kind: str  # officer, resident, partner, system
    id: str = ""
    name: str = ""

    @property
    def actor(self) -> "Actor":
        return self


SYSTEM = Actor("system", "", "Borough")
RESIDENT = Actor("resident", "", "Resident")  # somebody applying without an account
