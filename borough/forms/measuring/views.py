"""A service's own figures, for officers; and what somebody thought of it, asked once at the end."""

from http import HTTPStatus

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from borough.foundations import sheets
from borough.foundations.limits import actions as limits
from borough.foundations.limits.addresses import address
from borough.foundations.limits.pages import too_many

from .. import keepers
from ..questions.base import tidy
from ..views import stale
from ..views.notices import no_place, notice
from ..views.place import Place, with_place
from . import actions, cost, queries
from .asking import asking
from .models import SCORES, WORDS
from .period import LENGTHS, Period
from .report import publishable, report, rows

PRODUCT = "services"
MOST_WORDS = 20  # of the latest, on the page


@require_safe
@never_cache
def services(request):
    """Every service whose figures this officer may see, each with the most important ones."""
    forms, period = queries.visible_to(keepers.keeper(request)), _period(request)
    listed = [report(form, period) for form in forms]
    return render(request, "measuring/services.html", _shared(period) | {"services": listed})


@require_safe
@never_cache
def figures(request, slug: str):
    form, period, typed = _form(request, slug), _period(request), request.GET.get("cost", "")
    pence, wrong = cost.read(typed)
    context = _shared(period) | {"form": form, "figures": report(form, period, pence), "scores": SCORES}
    context |= {"cost": typed, "errors": {"cost": wrong} if wrong else {}}
    if queries.may_read_words(request.user, form):
        context["wrote"] = queries.wrote(slug, period.first, period.last)[:MOST_WORDS]
    return render(request, "measuring/figures.html", context)


@require_safe
@never_cache
def json(request, slug: str):
    response = JsonResponse(_data(request, slug), json_dumps_params={"indent": 2})
    return _download(response, slug, "json")


@require_safe
@never_cache
def csv(request, slug: str):
    text = sheets.text(rows(_data(request, slug)))
    return _download(HttpResponse(text, content_type="text/csv; charset=utf-8"), slug, "csv")


def _data(request, slug):
    """The figures; with `publish` in the address, as they may be published."""
    data = report(_form(request, slug), _period(request), cost.read(request.GET.get("cost", ""))[0])
    return publishable(data) if "publish" in request.GET else data


def _download(response, slug, kind):
    response["Content-Disposition"] = f'attachment; filename="{slug}-figures.{kind}"'
    return response


def _form(request, slug):
    form = next((form for form in queries.visible_to(keepers.keeper(request)) if form.slug == slug), None)
    if form is None:
        raise Http404(slug)
    return form


def _period(request) -> Period:
    return Period.of(request.GET.get("days"), timezone.localdate())


def _shared(period) -> dict:
    return {"period": period, "lengths": LENGTHS, "product_name": PRODUCT}


@csrf_exempt  # looked at here, so that a refusal loses nothing of what was typed
@require_http_methods(["GET", "HEAD", "POST"])
@with_place
def opinion(request, place: Place):
    """How somebody felt about the service, once they are through: sent, or told that it is not for them."""
    if place.journey is None:
        return no_place(place)
    if not actions.may_give_opinion(place.journey):
        return _thanks(place)
    typed = {name: tidy(request.POST.get(name, "")) for name in ("score", "words")}
    if request.method != "POST":
        return _asked(place, typed, {})
    if refused := stale.refusal(request):
        return refused.page if refused.elsewhere else _asked(place, typed, {"": _(stale.WORDS)}, HTTPStatus.FORBIDDEN)
    if errors := _faults(typed):
        return _asked(place, typed, errors)
    if not limits.hit(scope=f"opinion:{place.slug}", who=address(request), most=50, seconds=3600):
        return too_many(request, seconds=3600)
    actions.give_opinion(journey=place.journey, score=int(typed["score"]), words=typed["words"])
    return _thanks(place)


def _faults(typed) -> dict[str, str]:
    errors, long = {}, len(typed["words"])
    if typed["score"] not in map(str, SCORES):
        errors["score"] = _("Choose how you feel about this service")
    if long > WORDS:
        errors["words"] = _("What you write must be {most} characters or fewer; it is {count}").format(
            most=f"{WORDS:,}", count=f"{long:,}"
        )
    return errors


def _asked(place, typed, errors, status=HTTPStatus.OK):
    context = asking(place.journey) | {"form": place.form, "typed": typed, "errors": errors}
    return render(place.request, "measuring/opinion.html", context, status=status)


def _thanks(place):
    sent = bool(place.journey.sent_at)
    return notice(
        place.request,
        _("Thank you for telling us"),
        _("We read what people tell us, and change what does not work."),
        button=_("Back to your reference") if sent else _("See our other services"),
        href=f"/apply/{place.slug}/sent" if sent else "/services/",
    )
