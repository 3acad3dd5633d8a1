"""Somebody signed in is known already: their answers add what we had not, and change how they hear from us."""

from borough.forms import applicant
from borough.foundations.people.models import Person
from tests import people

from . import made


def test_what_we_had_not_is_added(bike):
    user = people.resident(email="ada@example.org", name="")
    client = people.signed_in(user, factor=None)
    made.fill(client)
    client.post("/apply/borrow-a-bike/send")
    person = Person.objects.get(user=user)
    assert (person.name, person.email) == ("Ada Example", "ada@example.org")


def test_a_kept_number_stays_but_a_chosen_channel_is_new(everything):
    person = Person(name="Ada", phone="07700 900001", channel="email")
    details = {"name": "A. Example", "phone": "07700 900002", "address": "", "postcode": "", "channel": "text"}
    asked = {part: name for part, name in everything.service.person if name}
    assert applicant.news(everything, {}, details, person) == {}
    if "channel" in asked:
        assert applicant.news(everything, {asked["channel"]: "text"}, details, person) == {"channel": "text"}
