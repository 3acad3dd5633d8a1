"""A real mail server, and a small one that speaks GOV.UK Notify's API."""

from datetime import timedelta

import pytest
from django.utils import timezone

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.messages.actions import send
from tests.foundations.together import Clock

from .mailserver import MailServer
from .notifyserver import API_KEY, NotifyServer


@pytest.fixture
def clock():
    return Clock(timezone.now() + timedelta(seconds=5))  # so that what is written now is due


@pytest.fixture
def mail(settings):
    """A mail server that is up, and the settings that lead to it."""
    server = MailServer()
    settings.MESSAGES_EMAIL = "smtp"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    settings.DEFAULT_FROM_EMAIL = "Borough <no-reply@borough.example>"
    server.start()
    yield server
    server.stop()


@pytest.fixture
def notify(settings):
    with NotifyServer() as server:
        settings.MESSAGES_EMAIL = settings.MESSAGES_TEXT = settings.MESSAGES_LETTER = "notify"
        settings.NOTIFY_API_KEY, settings.NOTIFY_URL = API_KEY, server.url
        settings.NOTIFY_TEMPLATE_EMAIL = "template-email"
        settings.NOTIFY_TEMPLATE_TEXT = "template-text"
        settings.NOTIFY_TEMPLATE_LETTER = "template-letter"
        yield server


@pytest.fixture
def write(db):
    """Writes an e-mail to somebody made up; say what differs."""

    def write(**given):
        mail = {
            "channel": "email",
            "to": "sam@example.org",
            "subject": "Your device",
            "body": "It is ready.",
            "by": SYSTEM,
        }
        return send(**mail | given)

    return write
