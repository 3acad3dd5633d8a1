"""E-mail by SMTP, with Django's EMAIL_* settings."""

from contextlib import suppress
from email.utils import parseaddr
from smtplib import (
    SMTPException,
    SMTPNotSupportedError,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.smtp import EmailBackend
from django.core.validators import validate_email

from .. import html
from .base import Down, Later, Refused

LONGEST_WAIT = 60  # seconds for the server to answer: well below the 10 minutes after which another worker may try


def deliver(message) -> str:
    """Send by SMTP and return the Message-ID. A repeat carries the same one, so a duplicate can be recognised."""
    try:
        validate_email(message.to)
    except ValidationError:
        raise Refused("This is not an e-mail address.") from None
    email = compose(message)
    server = EmailBackend(timeout=min(settings.EMAIL_TIMEOUT or 20, LONGEST_WAIT))
    try:
        _greet(server)
        _hand_over(server, email)
    finally:
        with suppress(SMTPException, OSError):  # once it is accepted, a bad goodbye is no failure
            server.close()
    return email.extra_headers["Message-ID"]


def _greet(server):
    """Connect and sign in. What goes wrong here is between us and the server, whatever the message."""
    try:
        server.open()
    except (SMTPException, OSError) as fault:
        raise Down(f"The mail server did not answer, or did not let us in ({type(fault).__name__}).") from fault


def _hand_over(server, email):
    try:
        server.send_messages([email])
    except SMTPRecipientsRefused as fault:
        _judge(*next(iter(fault.recipients.values())), fault)
    except SMTPSenderRefused as fault:  # ours to put right, not the person's address
        raise Down(f"The mail server refused the sender, DEFAULT_FROM_EMAIL ({fault.smtp_code}).") from fault
    except SMTPResponseException as fault:
        _judge(fault.smtp_code, fault.smtp_error, fault)
    except (SMTPNotSupportedError, UnicodeError) as fault:
        raise Refused("The mail server cannot write to an address with these letters.") from fault
    except (SMTPException, OSError) as fault:
        raise Later(f"The mail server hung up ({type(fault).__name__}).") from fault


def compose(message) -> EmailMultiAlternatives:
    """The e-mail: plain text, and the same as HTML in a readable size (18 point for large print)."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    headers = {
        "Message-ID": f"<borough.{message.pk}.{message.created_at:%Y%m%d%H%M%S%f}@{domain}>",
        "Auto-Submitted": "auto-generated",  # so that out-of-office replies stay away
    }
    if message.unsubscribe:
        headers |= {
            "List-Unsubscribe": f"<{message.unsubscribe}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",  # RFC 8058: the mail program's own button
        }
    email = EmailMultiAlternatives(message.subject, message.body, to=[message.to], headers=headers)
    email.attach_alternative(html.page(message), "text/html")
    return email


def _judge(code, answer, fault):
    text = answer.decode(errors="replace") if isinstance(answer, bytes) else str(answer)
    said = f"The mail server said {code}: {' '.join(text.split())[:300]}"
    raise (Refused if code >= 500 else Later)(said) from fault
