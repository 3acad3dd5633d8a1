"""Signing on the borrower's phone: the officer shows a code, the borrower reads and signs."""

from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from borough.communities.refusals import Refused
from borough.forms import markdown

from .. import labels, signing
from ..forms import SignForm
from ..models import Handover
from .counter import _about
from .pages import device, page, staff

asked = require_http_methods(["GET", "HEAD", "POST"])
LINK = "devices:link"  # in the officer's session: the token that is shown once


@require_POST
@never_cache
def begin(request, tag):
    user = staff(request)
    about = _about(device(user, tag))
    if not any(about.values()):
        return redirect("devices:device", tag)
    made, token = signing.begin(by=user, **about)
    request.session[LINK] = {"handover": made.pk, "token": token}
    return redirect("devices:show", tag)


@require_safe
@never_cache
def show(request, tag):
    """The code for the borrower's phone. The page looks again by itself, and goes back once they signed."""
    user = staff(request)
    held, kept = device(user, tag), request.session.get(LINK) or {}
    made = Handover.objects.filter(pk=kept.get("handover")).select_related("offer", "loan").first()
    thing = made and (made.offer or made.loan)
    if made is None or thing.device_id != held.pk or made.signed_at:
        request.session.pop(LINK, None)
        return redirect("devices:device", tag)
    address = request.build_absolute_uri(f"/sign/{kept['token']}/")
    return page(request, "show", {"device": held, "address": address, "code": labels.svg(address, scale=6)})


@asked
@never_cache
def sign(request, token):
    """What the borrower sees. Whoever has the link reads the agreement and signs it, once."""
    found = signing.opened(token)
    form = SignForm(request.POST or None)
    context = {"form": form, "handover": found, "text": markdown.html(found.text) if found else ""}
    if found and form.is_valid():
        try:
            context["signed"] = signing.sign(token=token, name=form.cleaned_data["name"])
        except Refused:
            context["handover"] = None
    gone = context["handover"] is None
    answer = render(request, "devices/sign.html", context, status=410 if gone else 200)
    # No token in it. With no-referrer, browsers send "Origin: null", which CSRF refuses.
    answer.headers["Referrer-Policy"] = "strict-origin"
    return answer
