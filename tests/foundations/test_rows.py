"""Rows found and added by statements of our own are those that the ORM finds and adds."""

import uuid

import pytest
from django.db import IntegrityError, transaction

from borough.foundations import rows
from borough.foundations.messages.models import Message
from borough.foundations.people.models import Person

pytestmark = pytest.mark.django_db
FIELDS = {"channel": "email", "to": "ada@example.org", "subject": "Hello", "body": "Words"}


def test_what_is_added_is_there_with_its_defaults():
    person = Person(name="Ada Example", postcode="SK1 3XE")
    rows.add(person)
    assert Person.objects.get(pk=person.pk) == person
    assert Person.objects.values().get() == Person.objects.filter(name="Ada Example").values().get()


def test_a_number_of_the_database_s_own_comes_back():
    message = Message(**FIELDS)
    rows.add(message)
    message.subject = "Changed"
    message.save()
    assert list(Message.objects.values_list("pk", "subject")) == [(message.pk, "Changed")]


def test_one_finds_what_the_orm_finds():
    person = Person.objects.create(name="Ada Example")
    found = rows.one(Person, id=person.pk)
    wanted = Person.objects.get()
    assert {f.name: getattr(found, f.attname) for f in Person._meta.concrete_fields} == {
        f.name: getattr(wanted, f.attname) for f in Person._meta.concrete_fields
    }
    found.name = "Bea Example"
    found.save()
    assert Person.objects.get().name == "Bea Example"


def test_none_where_there_is_no_such_row():
    assert rows.one(Person, id=uuid.uuid4()) is None


def test_what_is_taken_is_left_and_the_transaction_goes_on():
    with transaction.atomic():
        assert rows.add_unless_taken(Message(**FIELDS, key="once"))
        assert not rows.add_unless_taken(Message(**FIELDS, key="once"))
        assert Message.objects.count() == 1


def test_add_refuses_what_is_taken():
    rows.add(Message(**FIELDS, key="once"))
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.add(Message(**FIELDS, key="once"))
