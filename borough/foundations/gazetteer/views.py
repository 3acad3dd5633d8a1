"""Finding addresses by postcode: a page, and the same as JSON for forms that have JavaScript."""

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from borough.foundations.limits.actions import hit
from borough.foundations.limits.addresses import address
from borough.foundations.limits.pages import too_many

from . import postcodes, queries

MOST, SECONDS = 120, 600  # look-ups per client address: a contact centre shares one
WRONG = "Enter a full UK postcode, like AB1 2CD"


@require_safe
def find_address(request):
    """`?postcode=`: the addresses there. JSON when the request asks for it."""
    wants_json = request.get_preferred_type(["text/html", "application/json"]) == "application/json"
    typed = request.GET.get("postcode", "")
    if typed and not hit(scope="find-address", who=address(request), most=MOST, seconds=SECONDS):
        return _too_many(request, wants_json)
    postcode = postcodes.tidy(typed)
    asked = bool(typed) or wants_json or "postcode" in request.GET
    error = WRONG if asked and not postcode else ""
    found = queries.at_postcode(postcode) if postcode else []
    status = 400 if error else 200
    if wants_json:
        body = {"error": error} if error else {"postcode": postcode, "addresses": [as_json(a) for a in found]}
        response = JsonResponse(body, status=status)
    else:
        context = {"typed": typed, "postcode": postcode, "found": found, "error": error}
        response = render(request, "gazetteer/find_address.html", context, status=status)
    patch_vary_headers(response, ["Accept"])
    return response


def as_json(address) -> dict[str, str]:
    """An address for a form. The UPRN is text: it goes back into a field."""
    names = ("organisation", "line_1", "line_2", "town", "postcode", "one_line")
    return {"uprn": str(address.uprn)} | {name: getattr(address, name) for name in names}


def _too_many(request, wants_json: bool):
    if not wants_json:
        return too_many(request, seconds=SECONDS)
    response = JsonResponse({"error": "Wait a few minutes, or type the address yourself"}, status=429)
    response["Retry-After"] = str(SECONDS)
    return response
