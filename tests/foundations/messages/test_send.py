"""Writing a message puts one row in the outbox, with its audit event, in the caller's transaction."""

import pytest
from django.db import transaction

from borough.foundations.audit import queries as audit
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.messages import queries
from borough.foundations.messages.actions import Unsendable, send
from borough.foundations.messages.models import Message
from tests.foundations.together import at_once


def test_it_waits_to_be_sent(write):
    message = write(about="case:DEV-7QK-214", format="large_print")
    message.refresh_from_db()
    assert (message.status, message.attempts, message.sent_at, message.format) == ("waiting", 0, None, "large_print")
    assert list(queries.about("case:DEV-7QK-214")) == [message]


def test_it_is_audited_without_its_words_or_address(write):
    event = audit.of(write(about="case:DEV-7QK-214")).get()
    assert (event.action, event.data) == ("message.written", {"channel": "email", "about": "case:DEV-7QK-214"})


def test_it_goes_when_the_callers_transaction_does(write):
    with transaction.atomic():
        write()
        transaction.set_rollback(True)
    assert not Message.objects.exists()


def test_the_same_key_is_the_same_message(write):
    first = write(key="case:1:received")
    assert write(key="case:1:received", body="Again.") == first
    assert audit.of(first).count() == 1


def test_messages_without_a_key_are_each_their_own(write):
    assert write() != write()


def test_subject_and_ends_are_tidied(write):
    message = write(to=" sam@example.org\n", subject="Your\r\ndevice " + "x" * 400, body="\n Ready. \n")
    assert (message.to, message.body) == ("sam@example.org", "Ready.")
    assert message.subject.startswith("Your device x")
    assert len(message.subject) == 300


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"channel": "pigeon"}, "no channel called 'pigeon'"),
        ({"to": " "}, "goes to nobody"),
        ({"body": ""}, "no words"),
        ({"channel": "text", "to": "07700 900123", "body": "x" * 919}, "919 characters. Make it 918 or fewer"),
    ],
)
def test_what_cannot_be_sent_says_what_to_do(write, given, said):
    with pytest.raises(Unsendable, match=said):
        write(**given)
    assert not Message.objects.exists()


def test_the_longest_text_is_taken(write):
    assert write(channel="text", to="07700 900123", body="x" * 918).pk


@pytest.mark.django_db(transaction=True)
def test_twenty_at_once_with_one_key_write_one_message():
    def one(number):
        return send(channel="email", to="sam@example.org", body=f"{number}", key="once", by=SYSTEM).pk

    assert len(set(at_once(20, one))) == 1
    assert Message.objects.count() == 1
