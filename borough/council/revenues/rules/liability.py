"""Who is liable on a day: the first line of section 6(2) of the Act that somebody fits, jointly with all who fit it.

For some homes it is the owner whoever lives there (section 8; Council Tax (Liability for Owners) Regulations 1992, SI
1992/551). Partners who live together are liable with each other (section 9).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

# Section 6(2)(a) to (f), in order. A leaseholder's rank among leases is `inferior`: 0 is the one that none is above.
LINES = ("freehold", "leasehold", "tenant", "licensee", "resident", "owner")
# SI 1992/551, regulation 2, as amended: whoever lives there, the owner is liable.
OWNERS = {
    "care_home": "A care home, hospital home or hostel", "religious": "A house of a religious community",
    "shared": "A house of several households, or with rent for a part", "resident_staff": "A second home with staff",
    "minister": "A home of a minister of religion, to work from", "asylum": "A home given to asylum seekers",
}  # fmt: skip


@dataclass(frozen=True)
class Person:
    """Somebody with something to do with a dwelling. `interest` is one of LINES.

    `resident`: 18 or over, and this is their only or main home. `drops_out`: a student, or somebody severely mentally
    impaired (section 6(4)). `partner` is the key of whom they live with as a couple.
    """

    key: str
    interest: str = "resident"
    resident: bool = True
    inferior: int = 0
    drops_out: bool = False
    partner: str = ""

    def __post_init__(self):
        if self.interest not in LINES:
            raise ValueError(f"There is no interest “{self.interest[:20]}”. Use one of: {', '.join(LINES)}")


@dataclass(frozen=True)
class Liable:
    """The keys of who is liable, all of them for the whole, and the line of section 6(2) or the section why."""

    keys: frozenset[str] = field(default_factory=frozenset)
    because: str = ""


def liable(people: Iterable[Person], *, owners_home: str = "") -> Liable:
    """Who is liable; `owners_home` is a key of OWNERS. Raises ValueError: no owner is known, or no such home."""
    people = list(people)
    if owners_home:
        if owners_home not in OWNERS:
            raise ValueError(f"There is no kind of home “{owners_home[:20]}”. Use one of: {', '.join(OWNERS)}")
        return Liable(_owners(people), "section 8")
    for line in LINES:
        fit = [one for one in people if _fits(one, line)]
        if line == "leasehold" and fit:
            least = min(one.inferior for one in fit)
            fit = [one for one in fit if one.inferior == least]
        if line == "owner" or not fit:
            continue
        stay = [one for one in fit if not one.drops_out] or fit
        return Liable(_with_partners(stay, people), f"section 6(2)({'abcdef'[LINES.index(line)]})")
    return Liable(_owners(people), "section 6(2)(f)")


def _fits(one: Person, line: str) -> bool:
    """A resident fits their own line, and "resident" fits everybody who lives there."""
    return one.resident and (one.interest == line or line == "resident")


def _owners(people) -> frozenset[str]:
    """Who has the inferior-most lease of six months or more, else the freehold; whoever was named as the owner."""
    named = [one for one in people if one.interest == "owner"]
    leases = [one for one in people if one.interest == "leasehold"]
    if not named and leases:
        most = max(one.inferior for one in leases)
        named = [one for one in leases if one.inferior == most]
    named = named or [one for one in people if one.interest == "freehold"]
    if not named:
        raise ValueError("Nobody who lives there is liable, so say who the owner is")
    return frozenset(one.key for one in named)


def _with_partners(stay, people) -> frozenset[str]:
    """Section 9: a partner who lives there too is liable, unless they would drop out."""
    keys = {one.key for one in stay}
    with_them = {one.key for one in people if one.resident and one.partner in keys and not one.drops_out}
    return frozenset(keys | with_them)
