"""E-mail, text and letter by GOV.UK Notify.

Each channel has one template at Notify, of ((body)) alone or ((subject)) and ((body)), named in settings:
NOTIFY_TEMPLATE_EMAIL, NOTIFY_TEMPLATE_TEXT, NOTIFY_TEMPLATE_LETTER and, if there is one,
NOTIFY_TEMPLATE_LETTER_LARGE_PRINT.
"""

import logging

from django.conf import settings
from notifications_python_client.errors import APIError
from notifications_python_client.notifications import NotificationsAPIClient

from .base import Down, Later, Refused

logging.getLogger("notifications_python_client").setLevel(logging.CRITICAL)  # it repeats what Notify says of people


def deliver(message) -> str:
    """Hand it to Notify and return Notify's id. Our own id goes as the reference, so a duplicate can be recognised."""
    try:
        return _post(_client(), message)["id"]
    except APIError as fault:
        raise _judged(fault) from fault


def _client():
    url = getattr(settings, "NOTIFY_URL", "") or "https://api.notifications.service.gov.uk"
    return NotificationsAPIClient(settings.NOTIFY_API_KEY, base_url=url, timeout=30)


def _post(client, message) -> dict:
    given = {"subject": message.subject, "body": message.body}
    reference = f"borough-{message.pk}"
    if message.channel == "email":
        end = {"one_click_unsubscribe_url": message.unsubscribe} if message.unsubscribe else {}
        return client.send_email_notification(message.to, settings.NOTIFY_TEMPLATE_EMAIL, given, reference, **end)
    if message.channel == "text":
        words = {"body": message.body}
        return client.send_sms_notification(message.to, settings.NOTIFY_TEMPLATE_TEXT, words, reference)
    return client.send_letter_notification(_letter_template(message), given | _address(message.to), reference)


def _letter_template(message):
    if message.format != "large_print":
        return settings.NOTIFY_TEMPLATE_LETTER
    if not (template := getattr(settings, "NOTIFY_TEMPLATE_LETTER_LARGE_PRINT", "")):
        raise Refused("Notify has no large print letter of ours. Print this in large print and post it.")
    return template


def _address(to) -> dict:
    """Notify's address_line_1 to 7. Raises Refused for fewer than 3 lines: a name, a street and a postcode."""
    lines = [line.strip() for line in to.splitlines() if line.strip()]
    if not 3 <= len(lines) <= 7:
        raise Refused("A letter needs an address of 3 to 7 lines, the last of them the postcode.")
    return {f"address_line_{number}": line for number, line in enumerate(lines, 1)}


def _judged(fault) -> Exception:
    """Notify's answer as ours: 400 is about this message; 429 and all else is about Notify, or our account with it."""
    status = fault.status_code
    if status == 400:
        return Refused(f"Notify said no: {_words(fault.message)}")
    if status == 429:
        return Down(f"Notify is busy, or today's limit is used up: {_words(fault.message)}")
    if status in (401, 403):
        return Down(f"Notify does not know us ({status}). Check NOTIFY_API_KEY and this machine's clock.")
    if fault.response is None:
        return Down("Notify did not answer.")
    return Later(f"Notify answered {status}.")


def _words(message) -> str:
    if isinstance(message, list):
        return "; ".join(str(one.get("message", one)) if isinstance(one, dict) else str(one) for one in message)[:300]
    return str(message)[:300]
