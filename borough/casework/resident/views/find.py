"""Opening one case by its reference and a code. No page here says whether there is such a case."""

from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from borough.forms import references
from borough.forms.questions.base import tidy
from borough.foundations.audit.actors import RESIDENT
from borough.foundations.codes.typed import digits as read
from borough.foundations.limits import actions as limits
from borough.foundations.limits.decorators import limited
from borough.foundations.limits.pages import too_many

from .. import codes, door
from . import pages

HOUR = 3600
FINDING = "finding_case"  # in the session: {"reference", "channel"} that a code was asked for
MOST = {"text": (5, HOUR), "email": (5, HOUR), "letter": (3, 14 * 24 * HOUR)}
WRONG = "This code is not right, or it no longer works. Check it, or ask for a new one."


@never_cache
@require_http_methods(["GET", "POST"])
@limited("find-case", most=30, seconds=HOUR)
def find(request):
    """Ask for a code."""
    typed = {name: tidy(request.POST.get(name, ""))[:60] for name in ("reference", "channel")}
    if request.method == "GET":
        return _ask(request, typed | {"reference": references.tidy(request.GET.get("reference", ""))}, {})
    reference, channel = references.tidy(typed["reference"]), typed["channel"]
    errors = _reference(typed) | ({} if channel in MOST else {"channel": "Choose how to get the code"})
    if errors:
        return _ask(request, typed, errors)
    most, seconds = MOST[channel]
    if not limits.hit(scope=f"access-code-{channel}", who=reference, most=most, seconds=seconds):
        return too_many(request, seconds=min(seconds, HOUR))
    codes.send_code(reference=reference, channel=channel, by=RESIDENT)
    request.session[FINDING] = {"reference": reference, "channel": channel}
    return redirect("resident:code")


@never_cache
@require_http_methods(["GET", "POST"])
@limited("give-case-code", most=60, seconds=HOUR)
def code(request):
    """Give the code back, and open the case for as long as this session lasts."""
    asked = request.session.get(FINDING) or {}
    typed = {"reference": asked.get("reference", ""), "code": ""}
    if request.method == "GET":
        return _give(request, asked, typed, {})
    typed = {name: tidy(request.POST.get(name, ""))[:60] for name in typed}
    errors = _reference(typed)
    try:
        digits = read(typed["code"])
    except ValueError as wrong:
        errors["code"] = str(wrong)
    if errors:
        return _give(request, asked, typed, errors)
    case = codes.redeem(reference=references.tidy(typed["reference"]), code=digits, by=RESIDENT)
    if case is None:
        return _give(request, asked, typed | {"code": ""}, {"code": WRONG})
    request.session.pop(FINDING, None)
    door.remember(request, case)
    return redirect("resident:case", case.reference)


@require_POST
def close(request):
    """Forget what codes opened: the next person at this computer sees nothing of it."""
    door.forget(request)
    return redirect("/your-applications/?said=closed")


def _reference(typed) -> dict:
    if not typed["reference"]:
        return {"reference": "Enter your reference"}
    if not references.tidy(typed["reference"]):
        return {"reference": "Enter the reference as we gave it to you, like DEV-7QK-234"}
    return {}


def _ask(request, typed, errors):
    return pages.render(request, "casework/resident/find.html", {"typed": typed, "errors": errors})


def _give(request, asked, typed, errors):
    context = {"asked": asked, "typed": typed, "errors": errors, "lasts": codes.FOR.get(asked.get("channel"))}
    return pages.render(request, "casework/resident/code.html", context)
