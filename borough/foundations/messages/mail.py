"""Django's own mail, sign-in codes among it, through the outbox."""

from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from borough.foundations.audit.actors import SYSTEM

from . import actions


class OutboxBackend(BaseEmailBackend):
    """Writes one message for each recipient. All of it counts as sensitive: what Django sends is mostly codes."""

    def send_messages(self, email_messages):
        """Returns how many e-mails were written. Raises ValueError for an attachment, which the outbox cannot carry."""
        with transaction.atomic():
            for email in email_messages:
                if email.attachments:
                    raise ValueError("The outbox carries no attachments. Keep a document and send a link to it.")
                for to in email.recipients():
                    actions.send(
                        channel="email", to=to, subject=email.subject, body=email.body, sensitive=True, by=SYSTEM
                    )
        return len(email_messages)
