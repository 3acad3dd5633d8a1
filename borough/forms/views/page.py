"""One page of a form: shown, answered, and on to the next. One read on GET; one read and one write on POST."""

from http import HTTPStatus

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from borough.foundations.limits import actions as limits
from borough.foundations.limits.addresses import address
from borough.foundations.limits.pages import too_many

from .. import closing, reading, rendering, who
from ..definition.form import CHECK_ANSWERS, TASKS
from ..measuring import actions as measuring
from . import listing, stale, uploads
from .parts import AGAIN, own_parts, said
from .place import Place, no_place, sent_already, with_place
from .where import Where


@csrf_exempt  # looked at here, so that a refusal loses nothing of what was typed
@require_http_methods(["GET", "HEAD", "POST"])
@with_place
def page(request, place: Place, name: str):
    page = place.form.pages.get(name)
    if page is None:
        raise Http404(name)
    return serve(request, Where(place, page))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@with_place
def entry_page(request, place: Place, name: str, key: int, inner: str):
    """A page of a repeated group, for one of its entries."""
    around = place.form.pages.get(name)
    page = around.group.flow.pages.get(inner) if around and around.group else None
    if page is None or len(str(key)) > 15:
        raise Http404(inner)
    return serve(request, Where(place, page, str(key)))


def serve(request, where: Where):
    place, page = where.place, where.page
    if place.journey is None:
        if not place.for_them:
            raise who.NotForYou(place.form, who.role(place.user))
        closing.check_begin(place.form)
        if not where.opening and request.method != "POST":
            return no_place(place)
    elif place.journey.sent_at:
        return sent_already(place)
    else:
        place.told = closing.check_page(place.form, place.journey)
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
    if request.GET.get("change") == AGAIN:
        errors = reading.recheck(page, where.answers, where.today, where.hidden)
    return show(request, where, typed, errors)


def _to_where_they_are(where):
    if where.group and where.place.route.reaches(where.group.page):
        return HttpResponseRedirect(where.onward)
    wanted = where.place.route.wanted
    name = TASKS if where.form.service.task_list else wanted.name if wanted else CHECK_ANSWERS
    return HttpResponseRedirect(f"/apply/{where.place.slug}/{name}")


def answer(request, where: Where):
    """Take what was typed: on to the next page, or the same one with what to put right, and nothing typed lost."""
    page, do = where.page, request.POST.get("do", "continue")
    typed = reading.read(page, request.POST)
    errors = {}
    if not page.steady:
        if do == "find":
            if not limits.hit(scope="postcode", who=address(request), most=60, seconds=600):
                return too_many(request, seconds=600)
            typed = {field: value if field.endswith("-find") else "" for field, value in typed.items()}
        for question in page.questions.values():
            after = question.pressed(do, typed)
            if after is not None:
                return show(request, where, after, {})
        files = uploads.take(request, where, typed, errors, do)
        if files is not None:
            return files
    answers, wrong, choose = reading.clean(page, typed, where.today, where.answers, where.hidden)
    errors = wrong | errors
    if choose and do == "find":
        return show(request, where, typed, {}, found=choose)
    if choose:
        errors |= choose.said
    if errors:
        measuring.refused(form=where.form, page=page, errors=errors)
        return show(request, where, typed, errors, found=choose)
    return save(request, where, answers)


def save(request, where: Where, answers: dict):
    """Keep the page's answers and go on: to the next page, or back to check answers where somebody came from there."""
    if where.place.journey is None:
        where.begin(answers)
    else:
        files = {question.name for question in uploads.questions(where.page) if answers[question.name]}  # kept already
        if not where.save({n: v for n, v in answers.items() if n not in files}):
            return sent_already(where.place)
    return HttpResponseRedirect(where.next(changing="change" in request.GET))


def show(request, where: Where, typed: dict, errors: dict, found=None, status=HTTPStatus.OK):
    more = {}
    if not where.page.steady:
        more = {"found": _found(found, typed), "files": uploads.listed(where.page, where.answers)}
    html = rendering.page(
        where.form,
        where.page,
        typed,
        errors,
        own_parts(request, where),
        lambda name: said(where, name),
        where.hidden,
        **more,
    )
    return HttpResponse(html, status=status)


def _found(choose, typed):
    if choose is None:
        return None
    chosen = typed.get(choose.field)
    return [{"value": str(a.uprn), "text": a.one_line, "selected": str(a.uprn) == chosen} for a in choose.found]
