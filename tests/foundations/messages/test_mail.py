"""Django's own mail goes through the outbox."""

import pytest
from django.core import mail

from borough.foundations.messages.models import Message

BACKEND = "borough.foundations.messages.mail.OutboxBackend"


@pytest.fixture
def email(db):
    with mail.get_connection(BACKEND) as connection:
        yield mail.EmailMessage(
            "Your code", "4471", to=["sam@example.org"], cc=["alex@example.org"], connection=connection
        )


def test_it_waits_there_for_each_recipient_as_a_secret(email):
    assert email.send() == 1
    kept = Message.objects.values_list("channel", "to", "subject", "body", "sensitive", "status").order_by("pk")
    assert list(kept) == [
        ("email", "sam@example.org", "Your code", "4471", True, "waiting"),
        ("email", "alex@example.org", "Your code", "4471", True, "waiting"),
    ]


def test_an_attachment_is_refused_aloud(email):
    email.attach("a.txt", "words")
    with pytest.raises(ValueError, match="no attachments"):
        email.send()
    assert not Message.objects.exists()
