"""Which channel speaks to which provider: settings MESSAGES_EMAIL, MESSAGES_TEXT and MESSAGES_LETTER."""

from importlib import import_module

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

PROVIDERS = ("smtp", "notify", "shown", "none")


def provider(channel: str):
    """The module that delivers `channel` (email, text or letter). Raises ImproperlyConfigured for an unknown one."""
    setting = f"MESSAGES_{channel.upper()}"
    name = getattr(settings, setting)
    if name not in PROVIDERS:
        raise ImproperlyConfigured(f"{setting} is {name!r}. Make it one of {', '.join(PROVIDERS)}.")
    if name == "smtp" and channel != "email":
        raise ImproperlyConfigured(f"{setting} is 'smtp', which sends only e-mail. Make it notify, shown or none.")
    return import_module(f".{name}", __package__)  # only the worker ever needs Notify's client
