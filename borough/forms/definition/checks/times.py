"""Whether the service is ever open."""

from ..closing import instant
from ..model import Service


def check(service: Service):
    if service.opens and service.closes and instant(service.opens) >= instant(service.closes, end=True):
        yield ("closes",), "`closes` is not after `opens`, so the service would never be open"
    if service.closes and not service.closed.reason:
        yield ("closes",), "people need to know why it has closed and what to do instead: add `closed: {reason: …}`"
    if service.closed.reason and not service.closes:
        yield ("closed", "reason"), "`closed` has a `reason`, but nothing says when: add `closes`"
    if service.closed.before and not service.opens:
        yield ("closed", "before"), "`closed` has a `before`, but nothing says until when: add `opens`"
