"""Which provider a channel speaks to is a setting."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from borough.foundations.messages import queries
from borough.foundations.messages.channels.chosen import provider
from borough.foundations.messages.delivery import deliver_due


def test_shown_keeps_what_was_sent_secrets_too(write, settings, clock):
    settings.MESSAGES_EMAIL = "shown"
    write(sensitive=True, body="Your code is 4471")
    deliver_due(clock=clock)
    [message] = queries.shown()
    assert (message.status, message.body, message.shown.body) == ("sent", "", "Your code is 4471")


def test_none_tells_officers_at_once(write, settings, clock):
    settings.MESSAGES_TEXT = "none"
    message = write(channel="text", to="07700 900123")
    deliver_due(clock=clock)
    message.refresh_from_db()
    assert message.status == "failed"
    assert message.error == "This borough does not send by text message yet. Tell them another way."


@pytest.mark.parametrize(("name", "value"), [("MESSAGES_EMAIL", "pigeon"), ("MESSAGES_TEXT", "smtp")])
def test_a_wrong_setting_says_which(settings, name, value):
    setattr(settings, name, value)
    with pytest.raises(ImproperlyConfigured, match=f"{name} is '{value}'"):
        provider(name.removeprefix("MESSAGES_").lower())
