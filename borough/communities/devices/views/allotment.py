"""/alliance/devices/: what a partner sees of the library: their allotment, and the people they sent."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .. import policy, queries

MOST = 200  # of each list


@require_safe
@never_cache
@login_required
def allotment(request):
    user = request.user
    if policy.organisation(user) is None:
        raise PermissionDenied("This page is for the organisations of the alliance.")
    waiting = queries.waiting().filter(pk__in=policy.requests(user)).select_related("case__person")
    loans = policy.loans(user).filter(ended_at=None).select_related("device", "person").order_by("due_on")
    context = {
        "product_name": "alliance", "devices": policy.devices(user).order_by("tag")[:MOST], "waiting": waiting[:MOST],
        "loans": loans[:MOST], "today": timezone.localdate(),
    }  # fmt: skip
    return render(request, "devices/allotment.html", context)
