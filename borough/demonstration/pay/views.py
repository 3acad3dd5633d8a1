"""The page on which a visitor says how a payment ended."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from borough.foundations.pay import actions, links
from borough.foundations.pay.models import Attempt

from ..only import only_here
from . import provider

ENDINGS = {"success": "", "failed": "P0010", "cancelled": "P0030"}  # and the provider's number for why


@only_here
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page(request, key):
    attempt = get_object_or_404(Attempt.objects.select_related("order"), key=key, provider_id=f"{provider.NAME}-{key}")
    how = request.POST.get("do")
    if how in ENDINGS:
        status = "failed" if how == "cancelled" else how
        actions.keep(attempt=attempt, payment=provider.as_now(attempt, status, ENDINGS[how]))
        return redirect(links.path(attempt.order) + "back/")
    return render(request, "demonstration/pay.html", {"order": attempt.order})
