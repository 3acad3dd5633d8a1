"""An order's own page: what it costs, how it stands, and the way to pay. Whoever has its link may open it."""

from http import HTTPStatus

from django.conf import settings
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from borough.design.languages import spoken
from borough.foundations import chosen_language
from borough.foundations.audit.actors import RESIDENT
from borough.foundations.limits import actions as limits
from borough.foundations.limits.addresses import address
from borough.foundations.limits.pages import too_many

from .. import actions, hooks, links, standing
from ..policy import leads_to_payment
from ..providers.base import Failed

MOST, SECONDS = 200, 600  # of questions to the provider from one address: libraries and offices share one


@never_cache
@chosen_language.in_chosen
@leads_to_payment
@require_http_methods(["GET", "HEAD", "POST"])
def show(request, token: str):
    """How it stands (GET), and off to pay (POST)."""
    order = links.opened(token)
    if order is None:
        return render(request, "pay/ended.html", status=HTTPStatus.GONE)
    if request.method == "POST":
        return to_payment(request, order)
    return page(request, order)


@never_cache
@chosen_language.in_chosen
@require_safe
def back(request, token: str):
    """Back from the provider. That somebody comes here proves nothing, so the provider is asked."""
    order = links.opened(token)
    if order is None:
        return render(request, "pay/ended.html", status=HTTPStatus.GONE)
    if not limits.hit(scope="pay", who=address(request), most=MOST, seconds=SECONDS):
        return too_many(request, seconds=SECONDS)
    try:
        for attempt in order.attempts.exclude(status="success").order_by("-made_at", "-pk")[:3]:
            actions.ask(attempt=attempt)
    except Failed:
        return HttpResponseRedirect(links.path(order) + "?asked=no")
    order.refresh_from_db()
    return HttpResponseRedirect((order.paid and hooks.end(request, order)) or links.path(order) + "?asked=yes")


def to_payment(request, order, *, email: str = "", by=None):
    """Off to the provider's page; or the order's own, where that cannot be. `email` saves them from typing it again."""
    if not limits.hit(scope="pay", who=address(request), most=MOST, seconds=SECONDS):
        return too_many(request, seconds=SECONDS)
    here = links.path(order)
    try:
        back = request.build_absolute_uri(f"{here}back/")
        there = actions.pay(order=order, return_url=back, email=email, language=spoken(), by=by or _who(request))
    except (actions.NothingToPay, actions.StillGoing):
        return HttpResponseRedirect(here)
    except Failed:
        return HttpResponseRedirect(here + "?opened=no")
    response = HttpResponseRedirect(there)
    response["Cache-Control"] = "no-store"  # the address it leads to pays, for one visit
    return response


def page(request, order):
    order = type(order).objects.prefetch_related("attempts").get(pk=order.pk)
    words = hooks.words(order)
    context = {
        "order": order,
        "said": words,
        "switch": chosen_language.switch(request, words),
        "now": standing.of(order),
        "stopped": "" if order.paid else hooks.why_not(order),
        "next": hooks.what_next(order),
        "here": request.path,
        "not_opened": request.GET.get("opened") == "no",
        "not_asked": request.GET.get("asked") == "no",
        "today": timezone.localdate(),
    }
    return render(request, "pay/order.html", context)


def _who(request):
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
        return RESIDENT
    return request.user
