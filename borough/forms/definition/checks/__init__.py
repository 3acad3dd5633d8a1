"""Whether a definition that has the right shape can also work. Each check yields (path, message)."""

from ..model import Service
from . import calculated, conditions, keeping, messages, names, parts, people, routes, times
from .conditions import condition
from .located import located
from .messages import ALWAYS, PLACEHOLDER, placeholders

__all__ = ["ALWAYS", "PLACEHOLDER", "check", "condition", "located", "placeholders"]


def check(service: Service):
    """Every fault of the parts this room knows."""
    yield from names.check(service)
    yield from parts.check(service)
    yield from routes.check(service)
    yield from calculated.check(service)
    yield from conditions.check(service)
    yield from people.check(service)
    yield from messages.check(service)
    yield from times.check(service)
    yield from keeping.check(service)
