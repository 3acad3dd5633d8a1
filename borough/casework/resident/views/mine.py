"""Everything somebody sent, and what they have begun."""

from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404, HttpResponseRedirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from borough.forms import carrying_on, references
from borough.forms import queries as forms
from borough.forms.views.place import keep

from .. import door, standing
from . import pages

A_PAGE = 30


@never_cache
@require_safe
def mine(request):
    user = request.user
    known = user.is_authenticated
    # What waits for them comes first: its clock stands still.
    cases = door.visible(request).order_by(F("paused_on").desc(nulls_last=True), "-opened_at", "-pk")
    if not known and not door.opened(request):
        return pages.render(request, "casework/resident/welcome.html", _wanted(request))
    page = Paginator(cases, A_PAGE).get_page(request.GET.get("page"))
    found = standing.all_of(page.object_list)
    return pages.render(
        request,
        "casework/resident/mine.html",
        {
            "page": page,
            "needed": [one for one in found if one.theirs],
            "open": [one for one in found if not one.theirs and one.case.is_open],
            "finished": [one for one in found if not one.case.is_open],
            "begun": _begun(user) if known else [],
            "partner": user.organisation if known and user.organisation_id else None,
            "by_code": bool(door.opened(request)),
        },
    )


@require_POST
def carry_on(request, pk):
    """Open a form they began, in this browser."""
    journey = carrying_on.unfinished(request.user).filter(pk=pk).first()
    token = journey and carrying_on.carry_on(journey=journey, by=request.user)
    if not token:
        raise Http404
    return keep(request, HttpResponseRedirect(f"/apply/{journey.slug}/resume"), journey.slug, token)


def _begun(user) -> list[dict]:
    journeys = carrying_on.unfinished(user)[:A_PAGE]
    return [{"journey": journey, "title": forms.version(journey.version_id).title} for journey in journeys]


def _wanted(request) -> dict:
    """The case that somebody followed a link to. Whether there is one is not for us to say here."""
    reference = references.tidy(request.GET.get("reference", ""))
    return {"reference": reference, "after": f"/your-applications/{reference}/" if reference else "/your-applications/"}
