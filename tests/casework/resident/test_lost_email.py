"""An e-mail address that somebody left or lost opens nothing to whoever has it now."""

from borough.forms import queries as forms
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.people import actions as people_actions
from tests import people
from tests.casework import world

HERE = "/your-applications/"


def test_an_address_that_an_officer_replaced(form, mo):
    person = world.person(email="old@example.org")
    case = world.case(form, person)
    people_actions.replace_email(person=person, email="new@example.org", reason="Seen at the counter", by=mo)
    old, new = (people.resident(email=f"{which}@example.org") for which in ("old", "new"))
    assert case.reference not in people.signed_in(old, factor=None).get(HERE).content.decode()
    assert case.reference in people.signed_in(new, factor=None).get(HERE).content.decode()
    assert not forms.visible_to(old).exists()
    assert forms.visible_to(new).get() == case.submission


def test_an_address_that_its_owner_changed(sams, sam, case):
    people_actions.change_email(user=sam, email="sam.new@example.org", by=SYSTEM)
    next_owner = people.resident(email="sam@example.org")
    assert case.reference not in people.signed_in(next_owner, factor=None).get(HERE).content.decode()
    assert case.reference in sams.get(HERE).content.decode()


def test_a_closed_account_sees_nothing(sam, case, person):
    from borough.casework.resident.door import visible_to

    assert visible_to(sam).exists()
    sam.is_active = False
    assert not visible_to(sam).exists()
