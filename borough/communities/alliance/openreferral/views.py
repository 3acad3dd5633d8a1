"""/api/open-referral/ and the paths beneath it, as the standard has them: open, from any website, without a key."""

import json
from functools import wraps
from uuid import UUID

from django.db.models import Prefetch
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from borough.foundations.authority.site import site
from borough.foundations.openly import openly

from .. import directory, needs
from ..models import Hours, Partner, Place
from . import asking, describing, writing

DAYS = {name.casefold(): day for day, long in Hours.Day.choices for name in (Hours.Day(day).name, long)}
FORMATS = {"json": "json", "ndjson": "ndjson"}
PROFILE = "https://docs.openreferraluk.org/en/latest/"


def api(view):
    """JSON from any website; what is asked wrongly is answered 400 with a sentence, what is not there 404."""

    @csrf_exempt  # it changes nothing, and another method is answered 405
    @openly
    @require_safe
    @wraps(view)
    def answered(request, *args, **kwargs):
        try:
            found = view(request, *args, **kwargs)
        except asking.Wrong as wrong:
            return _json({"error": str(wrong)}, status=400)
        except Http404:
            return _json({"error": "There is nothing with this id"}, status=404)
        return found if isinstance(found, HttpResponse | StreamingHttpResponse) else _json(found)

    return answered


@api
def root(request):
    return {"version": "3.0", "profile": PROFILE, "openapi_url": f"{site()}/api/open-referral/openapi.json"}


@api
def openapi(request):
    return describing.document()


@api
def services(request):
    query = asking.Query(request.GET)
    rows = _asked(directory.supports().select_related("partner__organisation"), query, of="")
    minimal, full = query.yes("minimal"), query.yes("full")
    if minimal:  # all of them in one, as the standard asks
        return _page(query, rows.order_by("pk"), writing.service_brief, whole=True)
    if full:
        return _page(query, _whole(rows), writing.service_whole)
    return _page(query, rows, writing.service)


@api
def service(request, id):
    return writing.service_whole(_one(_whole(directory.supports().select_related("partner__organisation")), id))


@api
def organizations(request):
    query = asking.Query(request.GET)
    rows = Partner.objects.filter(left_on=None).select_related("organisation").order_by("organisation__name", "pk")
    if text := query.text("search"):
        for word in text.split()[:10]:
            rows = rows.filter(organisation__name__icontains=word)
    full, with_services = query.yes("full"), query.yes("full_service")
    if full or with_services:
        return _page(query, _with_services(rows), lambda partner: _organization(partner, with_services))
    return _page(query, rows, writing.organization)


@api
def organization(request, id):
    rows = Partner.objects.filter(left_on=None).select_related("organisation")
    return _organization(_one(_with_services(rows), id), asking.Query(request.GET).yes("full_service"))


@api
def service_at_locations(request):
    query = asking.Query(request.GET)
    rows = directory.places().select_related("site", "support__partner__organisation")
    rows = _asked(rows, query, of="support__")
    within = query.metres("proximity")
    if postcode := query.text("postcode"):
        point = directory.of_postcode(postcode)
        rows = directory.near(rows, point, within=within) if point else rows.none()
    if query.yes("full"):
        return _page(query, _whole_places(rows), writing.place_whole)
    return _page(query, rows, writing.place_brief)


@api
def service_at_location(request, id):
    rows = directory.places().select_related("site", "support__partner__organisation")
    return writing.place_whole(_one(_whole_places(rows), id))


@api
def taxonomies(request):
    query = asking.Query(request.GET)
    text = query.text("search").casefold()
    rows = [one for one in [writing.taxonomy()] if text in one["name"].casefold()]
    return _page(query, rows, dict)


@api
def taxonomy(request, id):
    if _uuid(id) != needs.TAXONOMY_ID:
        raise Http404
    return writing.taxonomy()


@api
def taxonomy_terms(request):
    query = asking.Query(request.GET)
    text = query.text("search").casefold()
    query.yes("top_only")  # all of ours are at the top
    rows = [need for need in needs.ALL if text in need.name.casefold()]
    if query.text("parent_id") or query.text("taxonomy_id").casefold() not in ("", str(needs.TAXONOMY_ID)):
        rows = []
    return _page(query, rows, writing.term)


@api
def taxonomy_term(request, id):
    need = needs.BY_ID.get(str(_uuid(id)))
    if need is None:
        raise Http404
    return writing.term(need)


def _asked(rows, query, *, of):
    """What of services and their places both can be asked; `of` is the way to the service."""
    if text := query.text("search"):
        rows = directory.worded(rows, text, of=of)
    if term := query.text("taxonomy_term_id"):
        need = needs.BY_ID.get(term.casefold())
        rows = directory.meeting(rows, need.slug, of=of) if need else rows.none()
    if (scheme := query.text("taxonomy_id")) and scheme.casefold() != str(needs.TAXONOMY_ID):
        rows = rows.none()
    if organization := query.text("organization_id"):
        found = _uuid(organization, missing=None)
        rows = rows.filter(**{f"{of}partner__uuid": found}) if found else rows.none()
    if since := query.moment("modified_after"):
        rows = rows.filter(**{f"{of}modified_at__gte": since})
    if (least := query.number("minimum_age")) is not None:
        rows = rows.filter(**{f"{of}minimum_age__gte": least})
    if (most := query.number("maximum_age")) is not None:
        rows = rows.exclude(**{f"{of}minimum_age__gt": most})
    return _open_then(rows, query, "places__hours" if not of else "hours")


def _open_then(rows, query, hours):
    """On a day of the week (MO, or Monday), from a time, until a time: the UK profile's day, start_time, end_time."""
    wanted = {}
    if (day := query.one_of("day", DAYS)) is not None:
        wanted[f"{hours}__day"] = day
    if start := query.time("start_time"):
        wanted[f"{hours}__opens__gte"] = start
    if end := query.time("end_time"):
        wanted[f"{hours}__closes__lte"] = end
    return rows.filter(pk__in=rows.model.objects.filter(**wanted).values("pk")) if wanted else rows


def _page(query, rows, write, *, whole=False):
    """One page as the standard has it, or every row on a line of its own for format=ndjson."""
    if query.one_of("format", FORMATS) == "ndjson":
        lines = (json.dumps(write(row)) + "\n" for row in rows)
        return StreamingHttpResponse(lines, content_type="application/x-ndjson")
    total = len(rows) if isinstance(rows, list) else rows.count()
    size = max(total, 1) if whole else query.whole("per_page", default=20, most=asking.MOST)
    page = query.whole("page", default=1)
    found = [write(row) for row in rows[(page - 1) * size : page * size]] if (page - 1) * size < total else []
    pages = -(-total // size)
    return {
        "total_items": total, "total_pages": pages, "page_number": page, "size": len(found),
        "first_page": page == 1, "last_page": page >= pages, "empty": not found, "contents": found,
        **({"passed_over": query.passed_over} if query.passed_over else {}),
    }  # fmt: skip


def _whole(rows):
    return rows.prefetch_related(Prefetch("places", _places()))


def _whole_places(rows):
    return rows.select_related("site", "support__partner__organisation").prefetch_related(
        "hours", Prefetch("support__places", _places())
    )


def _with_services(rows):
    return rows.prefetch_related(
        Prefetch("supports", _whole(directory.supports().select_related("partner__organisation")))
    )


def _places():
    return Place.objects.select_related("site", "support").prefetch_related("hours")


def _organization(partner, with_services):
    write = writing.service_whole if with_services else writing.service_alone
    return writing.organization_whole(partner, [write(support) for support in partner.supports.all()])


def _one(rows, id):
    found = rows.filter(uuid=_uuid(id)).first()
    if found is None:
        raise Http404
    return found


def _uuid(text, missing=Http404):
    try:
        return UUID(text)
    except ValueError:
        if missing is None:
            return None
        raise missing from None


def _json(data, status=200):
    return HttpResponse(json.dumps(data, indent=2), content_type="application/json", status=status)
