"""One page of a form: shown, answered, and on to the next. One read on GET; one read and one write on POST."""

from html import escape
from http import HTTPStatus

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from borough.foundations.limits import actions as limits
from borough.foundations.limits.addresses import address
from borough.foundations.limits.pages import too_many

from .. import actions, closing, reading, rendering, who
from ..definition.form import CHECK_ANSWERS, CompiledPage
from ..measuring import actions as measuring
from . import language, stale, uploads
from .place import Place, no_place, sent_already, with_place


@csrf_exempt  # looked at here, so that a refusal loses nothing of what was typed
@require_http_methods(["GET", "HEAD", "POST"])
@with_place
def page(request, place: Place, name: str):
    page = place.form.pages.get(name)
    if page is None:
        raise Http404(name)
    if place.journey is None:
        if not place.for_them:
            raise who.NotForYou(place.form, who.role(place.user))
        closing.check_begin(place.form)
        if page is not place.form.first and request.method != "POST":
            return no_place(place)
    elif place.journey.sent_at:
        return sent_already(place)
    else:
        place.told = closing.check_page(place.form, place.journey)
        route = place.form.route(place.answers, timezone.localdate())
        if not route.reaches(name) and request.method != "POST":
            return _go(place, route.wanted.name if route.wanted else CHECK_ANSWERS)
    if request.method == "POST" and (refused := stale.refusal(request)):
        if refused.elsewhere or page.end:
            return refused.page
        return show(
            request, place, page, reading.read(page, request.POST), {"": _(stale.WORDS)}, status=HTTPStatus.FORBIDDEN
        )
    if request.method == "POST" and not page.end:
        return answer(request, place, page)
    typed, errors = reading.typed_of(page, place.answers), {}
    if request.GET.get("change") == AGAIN:
        errors = reading.recheck(page, place.answers, timezone.localdate())
    return show(request, place, page, typed, errors)


def answer(request, place: Place, page: CompiledPage):
    """Take what was typed: on to the next page, or the same one with what to put right, and nothing typed lost."""
    do = request.POST.get("do", "continue")
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
                return show(request, place, page, after, {})
        files = uploads.take(request, place, page, typed, errors, do)
        if files is not None:
            return files
    answers, wrong, choose = reading.clean(page, typed, timezone.localdate(), place.answers)
    errors = wrong | errors
    if choose and do == "find":
        return show(request, place, page, typed, {}, found=choose)
    if choose:
        errors |= choose.said
    if errors:
        measuring.refused(form=place.form, page=page, errors=errors)
        return show(request, place, page, typed, errors, found=choose)
    return save(request, place, page, answers)


def save(request, place: Place, page: CompiledPage, answers: dict):
    """Keep the page's answers and go on: to the next page, or back to check answers where somebody came from there."""
    today = timezone.localdate()
    if place.journey is None:
        place.begin(answers)
        return _next(request, place, page, today)
    files = {question.name for question in uploads.questions(page) if answers[question.name]}  # kept already
    if not actions.save_page(journey=place.journey, answers={n: v for n, v in answers.items() if n not in files}):
        return sent_already(place)
    place.answers = place.answers | answers
    return _next(request, place, page, today)


def _next(request, place, page, today):
    route = place.form.route(place.answers, today)
    if "change" in request.GET or not route.reaches(page.name):
        return _go(
            place,
            route.wanted.name if route.wanted else route.pages[-1].name if route.ended else CHECK_ANSWERS,
            change=bool(route.wanted),
        )
    at = [passed.name for passed in route.pages].index(page.name)
    return _go(place, route.pages[at + 1].name if at + 1 < len(route.pages) else CHECK_ANSWERS)


def _go(place, name, change=False):
    return HttpResponseRedirect(f"/apply/{place.slug}/{name}" + ("?change" if change and name != CHECK_ANSWERS else ""))


def show(request, place: Place, page: CompiledPage, typed: dict, errors: dict, found=None, status=HTTPStatus.OK):
    more = {}
    if not page.steady:
        more = {"found": _found(found, typed), "files": uploads.listed(page, place.answers)}
    html = rendering.page(
        place.form, page, typed, errors, own_parts(request, place, page), lambda name: said(place, name), **more
    )
    return HttpResponse(html, status=status)


def _found(choose, typed):
    if choose is None:
        return None
    chosen = typed.get(choose.field)
    return [{"value": str(a.uprn), "text": a.one_line, "selected": str(a.uprn) == chosen} for a in choose.found]


def said(place: Place, name: str) -> str:
    """An earlier answer, for the words of a later page."""
    question = place.form.questions.get(name)
    return question.display(place.answers.get(name)) if question else ""


def own_parts(request, place: Place, page: CompiledPage | None = None) -> dict:
    """The parts of a page that are this person's own, as HTML."""
    changing = "change" in request.GET
    return {
        "language": language.switch(request, place.form),
        "csrf": f'<input type="hidden" name="csrfmiddlewaretoken" value="{get_token(request)}">',
        "back": _back(place, page, changing),
        "helping": _helping(place) + _told(place) + (_kept(place, page) if page else ""),
        "action": f"/apply/{place.slug}/{page.name}" + ("?change" if changing else "") if page else "",
        "save": SAVE.format(place.slug, _("Save and come back later")) if place.journey else "",
    }


AGAIN = "again"  # `?change=again`: what was answered here no longer holds, so the page opens with what is wrong
SAVE = '<p class="govuk-body"><a class="govuk-link" href="/apply/{}/save">{}</a></p>'
INSET = '<div class="govuk-inset-text">{}</div>'
BACK = '<a href="{}" class="govuk-back-link">{}</a>'


def back_to(address: str) -> str:
    return BACK.format(address, _("Back"))


def _back(place, page, changing):
    if page is None or place.journey is None:
        return back_to(f"/services/{place.slug}/")
    if changing:
        return back_to(f"/apply/{place.slug}/{CHECK_ANSWERS}")
    before = place.form.route(place.answers, timezone.localdate()).before(page.name)
    return back_to(f"/apply/{place.slug}/{before.name}" if before else f"/services/{place.slug}/")


def _helping(place):
    if place.journey is None or place.journey.helped_by_id is None:
        return ""
    return INSET.format(_("You are filling this in for somebody else. Read each question to them as it stands."))


def _told(place):
    return INSET.format(escape(place.told)) if place.told else ""


def _kept(place, page):
    """A secret answer is never shown again, so the page says that it is there."""
    kept = [q.display(place.answers[q.name]) for q in page.questions.values() if q.secret and place.answers.get(q.name)]
    return "".join(
        INSET.format(_("{answer} is saved. Leave the boxes empty to keep it.").format(answer=escape(text)))
        for text in kept
    )
