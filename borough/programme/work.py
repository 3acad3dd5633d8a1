"""What officers' pages of the programme share: who may open them, and forms that become acts."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from borough.foundations.people.second_factor import officer

from .workstreams import policy
from .workstreams.actions import Refused

PRODUCT = "programme"
SAVED = "Saved. It is on the public page now."
asks = require_http_methods(["GET", "HEAD", "POST"])


def writer(request):
    """The officer who asks, if they take part in the programme. Raises PermissionDenied."""
    user = officer(request)
    if user is None or not policy.takes_part(user):
        raise PermissionDenied("Only leads of a workstream and programme managers can open this page.")
    return user


def manager(request):
    """The programme manager who asks. Raises PermissionDenied."""
    user = writer(request)
    if not policy.manages(user):
        raise PermissionDenied("Only programme managers can open this page.")
    return user


def page(request, template, context=None):
    notices = list(messages.get_messages(request))
    return render(request, template, {"product_name": PRODUCT, "notices": notices} | (context or {}))


def asked(request, template, form, action, there, *, given=None, context=None, said=SAVED):
    """Show the form, or do what it asks and go `there` (an address, or a function of what was done).

    What is refused becomes the form's error, and what was typed stays.
    """
    if form.is_valid():
        try:
            done = action(**(given or {}), **form.cleaned_data, by=request.user)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, str(refused))
        else:
            messages.success(request, said)
            return redirect(there(done) if callable(there) else there)
    return page(request, template, {"form": form} | (context or {}))
