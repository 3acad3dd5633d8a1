"""The content security policy of a page whose form leads to the provider's own pages.

Browsers hold a form to `form-action` through every redirect that follows. So a page from which people go to pay names
that one place besides ours; every other page names ours alone.
"""

from functools import wraps

from csp.constants import SELF

from .providers import chosen


def leads_to_payment(view):
    @wraps(view)
    def led(*args, **kwargs):
        return allow(view(*args, **kwargs))

    return led


def allow(response):
    if origin := chosen().origin():
        response._csp_update = {"form-action": [SELF, origin]}
    return response
