"""Who takes payments for us: the setting PAY. Each provider is a module (or object) with the functions of `govuk`."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from . import govuk, none

PROVIDERS = {"govuk": govuk, "none": none}
_off: ContextVar[bool] = ContextVar("payments_off", default=False)


def register(name: str, provider) -> None:
    """Another provider: the demonstration has one that only pretends."""
    PROVIDERS[name] = provider


def chosen():
    """The provider in force. Raises ImproperlyConfigured."""
    if _off.get():
        return none
    if settings.PAY not in PROVIDERS:
        raise ImproperlyConfigured(f"PAY is {settings.PAY!r}. Make it one of {', '.join(sorted(PROVIDERS))}.")
    return PROVIDERS[settings.PAY]


@contextmanager
def nobody():
    """Take no payment inside this block: whoever walks a form by itself opens none."""
    token = _off.set(True)
    try:
        yield
    finally:
        _off.reset(token)
