"""What back offices were told, and sending it again."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from borough.foundations.webhooks import actions

from .. import queries
from . import doors, pages

SHOWN = {"": "All", "failed": "Not sent", "waiting": "Waiting"}


@require_safe
@doors.officers_only
def deliveries(request):
    only = request.GET.get("only", "")
    found = queries.deliveries(request.user)
    if only in SHOWN and only:
        found = found.filter(status=only)
    page = Paginator(found, 50).get_page(request.GET.get("page"))
    listed = [delivery.pk for delivery in page]
    again = queries.deliveries_to_send_again(request.user).filter(pk__in=listed).values_list("pk", flat=True)
    context = {"page": page, "again": set(again), "shown": SHOWN, "only": only if only in SHOWN else ""}
    return pages.render(request, "casework/deliveries.html", context)


@require_POST
@doors.officers_only
def again(request, pk):
    delivery = queries.deliveries(request.user).filter(pk=pk).first()
    if delivery is None:
        raise Http404
    if not queries.deliveries_to_send_again(request.user).filter(pk=pk).exists():
        raise PermissionDenied("Ask a manager of the team to send this again.")
    try:
        actions.send_again(delivery=delivery, by=request.user)
        pages.done(request, "We will send it again in a moment.")
    except actions.Refused as refused:
        pages.not_done(request, str(refused))
    return redirect("casework:deliveries")
