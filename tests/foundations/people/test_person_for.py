"""An account is linked to the person it belongs to, once, and nobody is guessed."""

from threading import Thread

import pytest
from django.db import connection

from borough.foundations.people import actions
from borough.foundations.people.models import Person


def test_the_one_who_gave_the_address_before_is_them(resident):
    before = Person.objects.create(email="Rosa@Example.org", name="Rosa F")
    assert actions.person_for(user=resident, by=resident) == before
    assert actions.person_for(user=resident, by=resident) == before


def test_of_several_who_share_it_nobody_is_guessed(resident):
    for name in ("Mother", "Daughter"):
        Person.objects.create(email="rosa@example.org", name=name)
    person = actions.person_for(user=resident, by=resident)
    assert person.name == "Rosa"
    assert Person.objects.count() == 3


def test_the_erased_and_the_linked_are_left_alone(resident, colleague):
    Person.objects.create(email="rosa@example.org", user=colleague)
    assert actions.person_for(user=resident, by=resident).user == resident
    assert Person.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_many_at_once_make_one(resident):
    def run():
        try:
            actions.person_for(user=resident, by=resident)
        finally:
            connection.close()

    threads = [Thread(target=run) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Person.objects.filter(user=resident).count() == 1


@pytest.mark.django_db(transaction=True)
def test_many_first_codes_at_once_make_one_account():
    from borough.foundations.audit.actors import RESIDENT
    from borough.foundations.people.models import User

    made = []

    def run():
        try:
            made.append(actions.account_for(email="new@example.org", by=RESIDENT).pk)
        finally:
            connection.close()

    threads = [Thread(target=run) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 8
    assert User.objects.count() == 1


def test_an_unknown_detail_is_refused(resident):
    person = actions.person_for(user=resident, by=resident)
    with pytest.raises(TypeError, match="erased_at"):
        actions.update(person=person, by=resident, erased_at=None)
