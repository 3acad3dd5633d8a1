"""/work/devices/takes/: counting what is on the shelves."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from borough.communities.refusals import Refused

from .. import forms, policy, queries
from ..actions import counting
from ..models import StockTake
from .counter import _unknown
from .pages import page, staff
from .stock import sites

both = require_http_methods(["GET", "HEAD", "POST"])


@both
@never_cache
def takes(request):
    user = staff(request)
    form = forms.TakeForm(request.POST or None, sites=sites())
    if form.is_valid():
        try:
            take = counting.begin(site=form.cleaned_data["site"], by=user)
        except Refused as refused:
            form.add_error("site", str(refused))
        else:
            return redirect("devices:take", take.pk)
    return page(request, "takes", {"form": form, "takes": StockTake.objects.select_related("began_by")[:20]})


@both
@never_cache
def take(request, number):
    """Scan one after the other. Twice is once, and says so."""
    user = staff(request)
    found = get_object_or_404(StockTake.objects.select_related("began_by"), pk=number)
    label, error = request.POST.get("label", "").replace("\0", "")[:200], ""
    if request.method == "POST" and "end" in request.POST:
        counting.end(take=found, by=user)
        messages.success(request, "The stock-take has ended.")
        return redirect("devices:take", number)
    if label.strip():
        device = queries.found(policy.devices(user), label)
        if device is None:
            error = _unknown(label)
        else:
            try:
                row, again = counting.count(take=found, device=device, by=user)
            except Refused as refused:
                error = str(refused)
            else:
                messages.success(request, _said(device, row, again))
                return redirect("devices:take", number)
    rows = list(found.counted.select_related("device").order_by("device__tag"))
    context = {
        "take": found, "label": label, "error": error, "scan_to": reverse("devices:take", args=[number]),
        "scan_method": "post", "count": sum(one.found_at is not None for one in rows),
        "missing": [one for one in rows if one.found_at is None],
        "unexpected": [one for one in rows if not one.expected], "expected": sum(one.expected for one in rows),
    }  # fmt: skip
    return page(request, "take", context)


def _said(device, row, again):
    if again:
        return f"{device.tag} was counted already. It counts once."
    if not row.expected:
        return f"{device.tag} is here, but should be “{device.get_state_display().lower()}”. Look at it."
    return f"{device.tag} is here."
