"""Streets and organisations: known by their name, and taken as typed where we do not know them."""

from typing import Literal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from borough.foundations.gazetteer import queries as gazetteer
from borough.foundations.people import queries as people

from .base import Question, Typed
from .searching import FEW, Search, plain

TYPED = "typed"  # chosen in place of a match: there are streets too new for any list
LONGEST = 160


class Street(Search):
    """A street, found by its name.

    One that is in the council's gazetteer has its USRN, the number by which every street is known. A street that we do
    not know is taken as it was typed, and has none. For a place along a street use `map_point`.
    """

    type: Literal["street"] = "street"
    template = "street"
    logic_kind = "none"

    def typed(self, value):
        name = self.display(value)
        match = f"{value['usrn'] or TYPED} {name}" if value else ""
        return {self.name: name, f"{self.name}-match": match}

    def matches(self, text):
        found = [(str(street.usrn), _said(street.name, street.town)) for street in gazetteer.streets(text, most=FEW)]
        return [*found, (TYPED, _("None of these: use what I typed") if found else _("Use what I typed"))]

    def chosen(self, text, match):
        found = gazetteer.streets(text, most=FEW)
        named = [s for s in found if plain(text) in (plain(s.name), plain(_said(s.name, s.town)))]
        street = next((s for s in found if str(s.usrn) == match), named[0] if len(named) == 1 else None)
        if street:
            return {"usrn": street.usrn, "name": street.name, "town": street.town}
        return {"usrn": None, "name": text, "town": ""} if match == TYPED else None

    def _help(self, text):
        if gazetteer.streets(text, most=1):
            return super()._help(text)
        return _("We do not know that street. Check its spelling, or choose to use what you typed")

    def display(self, value):
        return _said(value["name"], value["town"]) if value else ""

    def logic(self, value):
        return value or None

    def samples(self):
        return [{self.name: "Example Street", f"{self.name}-match": f"{TYPED} Example Street"}]


class Organisation(Question):
    """The name of an organisation, such as a charity or a business.

    Where it is one of the council's partners, the answer knows which. Any other is taken as it was typed.
    """

    type: Literal["organisation"] = "organisation"
    template = "organisation"
    noun = N_("The name")
    logic_kind = "none"

    def typed(self, value):
        return {self.name: (value or {}).get("name", "")}

    def parse(self, typed: Typed, today):
        name = " ".join(typed[self.name].split())
        if len(name) > LONGEST:
            message = _("{who} must be {most} characters or fewer; it is {count}")
            raise self.invalid("too_long", message, most=LONGEST, count=f"{len(name):,}")
        known = people.organisation_named(name)
        return {"name": known.name, "slug": known.slug} if known else {"name": name, "slug": ""}

    def display(self, value):
        return value["name"] if value else ""

    def samples(self):
        return [{self.name: "Example Charity"}]


def _said(name, town):
    return f"{name}, {town}" if town else name
