"""/support/: who helps with what, near you. Anybody's, without an account."""

from collections import Counter

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from borough.foundations.gazetteer import postcodes

from . import directory, map, needs, rules
from .languages import NAMES
from .models import Place

PER_PAGE = 20
OPTIONS = [{"value": need.slug, "text": need.name} for need in needs.ALL]
KIND = {need.slug: need for need in needs.ALL}


@require_safe
def find(request):
    asked = {name: request.GET.get(name, "").replace("\0", "")[:60].strip() for name in ("postcode", "need", "ward")}
    rows = directory.on_offer()
    error, point = "", None
    if asked["need"] in KIND:
        rows = directory.meeting(rows, asked["need"])
    else:
        asked["need"] = ""
    if asked["postcode"]:
        point = directory.of_postcode(asked["postcode"])
        if not point and postcodes.tidy(asked["postcode"]):
            error = "We do not know this postcode. Enter one in the borough, or choose a ward on the map"
        elif not point:
            error = "Enter a whole postcode, like SK1 3XE"
    found = directory.found(rows, point)
    drawn = map.drawn(Counter(one.ward for one in found if one.ward))
    ward = next((spot.ward for spot in drawn["spots"] if spot.ward.slug == asked["ward"]), None) if drawn else None
    if ward:
        found = [one for one in found if one.ward == ward.pk]
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "asked": asked, "error": error, "page": page, "places": directory.whole(page.object_list), "drawn": drawn,
        "ward": ward, "point": point, "needs_options": OPTIONS, "kinds": KIND, "languages": NAMES,
    }  # fmt: skip
    return render(request, "alliance/find.html", context)


@require_safe
def support(request, uuid):
    places = Place.objects.select_related("site").prefetch_related("hours")
    found = get_object_or_404(directory.supports().select_related("partner__organisation"), uuid=uuid)
    context = {
        "support": found, "places": places.filter(support=found), "kinds": KIND, "languages": NAMES,
        "assured": rules.is_assured(found.assured_on, timezone.localdate()),
    }  # fmt: skip
    return render(request, "alliance/support.html", context)
