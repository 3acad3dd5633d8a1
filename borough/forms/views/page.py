"""One page of a form: shown, answered, and on to the next. One read on GET; one read and one write on POST."""

from http import HTTPStatus

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from borough.foundations.limits import actions as limits
from borough.foundations.limits.addresses import address
from borough.foundations.limits.pages import too_many

from .. import prefilling, reading, rendering, who
from ..closing import NotOpen
from ..definition.form import CHECK_ANSWERS, TASKS
from . import booking, confirming, listing, maps, stale, uploads
from .notices import no_place, sent_already
from .parts import AGAIN, own_parts, said
from .place import Place, with_place
from .where import Where


@csrf_exempt  # looked at here, so that a refusal loses nothing of what was typed
@require_http_methods(["GET", "HEAD", "POST"])
@with_place
def page(request, place: Place, name: str):
    return serve(request, Where.at(place, name))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@with_place
def entry_page(request, place: Place, name: str, key: int, inner: str):
    """A page of a repeated group, for one of its entries."""
    return serve(request, Where.at(place, name, key, inner))


def serve(request, where: Where):
    place, page = where.place, where.page
    if place.journey is None:
        if not place.for_them:
            raise who.NotForYou(place.form, who.role(place.user))
        place.check_begin()
        if not where.opening and request.method != "POST":
            return no_place(place)
    elif place.journey.sent_at:
        return sent_already(place)
    else:
        try:
            place.told = place.check_page()
        except NotOpen:
            if request.method != "POST":  # what was typed is kept, and the next page says that it has closed
                raise
        if not where.allowed and (request.method != "POST" or where.group):
            return _to_where_they_are(where)
    if request.method == "POST" and (refused := stale.refusal(request)):
        if refused.elsewhere or page.end:
            return refused.page
        typed = reading.read(page, request.POST)
        return show(request, where, typed, {"": _(stale.WORDS)}, status=HTTPStatus.FORBIDDEN)
    if request.method == "POST" and not page.end:
        return listing.answer(request, where, show) if page.group else answer(request, where)
    if page.group and (entry := listing.straight_to(where)):
        return HttpResponseRedirect(entry)
    typed, errors = reading.typed_of(page, where.answers), {}
    if page.prefills and (known := where.place.known):
        where.prefilled = prefilling.typed(page, where.answers, known)
        typed |= where.prefilled
    if request.GET.get("change") == AGAIN:
        errors = reading.recheck(page, where.answers, where.today, where.hidden)
    return show(request, where, typed, errors)


def _to_where_they_are(where):
    if where.group and where.place.route.reaches(where.group.page):
        return HttpResponseRedirect(where.onward)
    wanted = where.place.route.wanted
    name = TASKS if where.form.service.task_list else wanted.name if wanted else CHECK_ANSWERS
    return HttpResponseRedirect(where.place.base + name)


def answer(request, where: Where):
    """Take what was typed: on to the next page, or the same one with what to put right, and nothing typed lost."""
    page, do = where.page, request.POST.get("do", "continue")
    typed = reading.read(page, request.POST)
    errors = {}
    if not page.steady:
        stopped = uploads.take(request, where, typed, errors, do) or _pressed(request, where, typed, do)
        if stopped is not None:
            return stopped
        if uploads.asked(page, do):
            where.place.refused(page, errors)
            return show(request, where, typed, errors)
    answers, wrong = reading.clean(page, typed, where.today, where.answers, where.hidden)
    errors = wrong | errors
    if not errors and not page.steady and where.place.counts:
        errors = booking.hold(where, answers)
    if errors:
        where.place.refused(page, errors)
        return show(request, where, typed, errors)
    return save(request, where, answers)


def _pressed(request, where: Where, typed, do):
    """What a button of one question does: the page again, with all that was typed. None for any other button."""
    if do.startswith("find ") and not limits.hit(scope="postcode", who=address(request), most=60, seconds=600):
        return too_many(request, seconds=600)
    pressed = reading.pressed(where.page, typed, do)
    return show(request, where, *pressed) if pressed else None


def save(request, where: Where, answers: dict):
    """Keep the page's answers and go on: to the next page, or back to check answers where somebody came from there."""
    if where.place.journey is None:
        where.begin(answers)
    else:
        files = set() if where.page.steady else uploads.kept_apart(where.page)
        if not where.save({n: v for n, v in answers.items() if n not in files}, none=files & answers.keys()):
            return sent_already(where.place)
    onward = confirming.after(request, where) or where.next(changing="change" in request.GET)
    return HttpResponseRedirect(onward)


def show(request, where: Where, typed: dict, errors: dict, status=HTTPStatus.OK):
    files = set() if where.page.steady else uploads.listed(where.page, where.answers)
    html = rendering.page(
        where.form,
        where.page,
        typed,
        errors,
        own_parts(request, where),
        lambda name: said(where, name),
        where.hidden,
        files,
    )
    return maps.allowed(HttpResponse(html, status=status), where.page)
