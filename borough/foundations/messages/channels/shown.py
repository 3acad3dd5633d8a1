"""Keeps the message for the demonstration's page. Nothing leaves the machine."""

from ..models import Shown


def deliver(message) -> str:
    Shown.objects.update_or_create(message=message, defaults={"body": message.body})
    return "shown"
