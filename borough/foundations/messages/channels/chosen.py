"""Which channel speaks to which provider: settings MESSAGES_EMAIL, MESSAGES_TEXT and MESSAGES_LETTER."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from . import none, notify, shown, smtp

PROVIDERS = {"smtp": smtp, "notify": notify, "shown": shown, "none": none}


def provider(channel: str):
    """The module that delivers `channel` (email, text or letter). Raises ImproperlyConfigured for an unknown one."""
    setting = f"MESSAGES_{channel.upper()}"
    name = getattr(settings, setting)
    if name not in PROVIDERS:
        raise ImproperlyConfigured(f"{setting} is {name!r}. Make it one of {', '.join(PROVIDERS)}.")
    if name == "smtp" and channel != "email":
        raise ImproperlyConfigured(f"{setting} is 'smtp', which sends only e-mail. Make it notify, shown or none.")
    return PROVIDERS[name]
