"""The database itself refuses a message that cannot be."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from borough.foundations.messages.models import Message

GOOD = {"channel": "email", "to": "sam@example.org", "body": "Ready."}
BAD = {
    "message_channel_known": {"channel": "pigeon"},
    "message_status_known": {"status": "lost"},
    "message_sent_has_time": {"status": "sent"},
    "message_sending_is_claimed": {"status": "sending"},
    "message_goes_to_somebody": {"to": ""},
    "message_secret_not_kept": {"sensitive": True, "status": "failed"},
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", BAD)
def test_it_is_refused(name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Message.objects.create(**GOOD | BAD[name])


@pytest.mark.django_db
def test_a_time_of_sending_without_being_sent_is_refused():
    with pytest.raises(IntegrityError, match="message_sent_has_time"), transaction.atomic():
        Message.objects.create(**GOOD, sent_at=timezone.now())


@pytest.mark.django_db
def test_a_key_is_used_once():
    Message.objects.create(**GOOD, key="received")
    with pytest.raises(IntegrityError, match="message_key_once"), transaction.atomic():
        Message.objects.create(**GOOD, key="received")


def test_every_constraint_is_broken_here():
    assert {constraint.name for constraint in Message._meta.constraints} == {*BAD, "message_key_once"}
