"""Services to choose from, the start page of each, and its privacy notice."""

from http import HTTPStatus

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from borough.foundations import chosen_language
from borough.foundations.authority.details import AREAS
from borough.foundations.people.second_factor import officer

from .. import actions, closing, queries, who
from ..definition.schema import schema
from ..markdown import html as markdown
from .notices import faults, not_for_you, not_open, notice, when
from .place import Place, keep, with_place


@require_safe
def services(request):
    """Services A to Z, all of them or those of one area."""
    area = request.GET.get("area", "")
    area = area if area in AREAS else ""
    found = [form for form in queries.services() if not area or form.service.area == area]
    letters = {form.title[0].upper(): form.slug for form in reversed(found)}  # the first of each letter
    context = {"services": [(form, when(form, closing.times(form))) for form in found], "area": area}
    return render(request, "forms/services.html", context | {"letters": dict(sorted(letters.items()))})


@require_safe
@with_place(pinned=False)
def start(request, place: Place):
    resumable = place.journey is not None and place.journey.sent_at is None and bool(place.answers)
    form = place.form
    context = {"form": form, "before": markdown(form.service.before), "resumable": resumable}
    context |= {"base": place.base, "start": place.start}
    context |= when(form, closing.times(form))
    context["switch"] = chosen_language.switch(request, form)
    if not resumable and not place.for_them:
        context |= {"only": who.words(form), "partners": "partner" in form.service.who}
    return render(request, "forms/start.html", context)


@require_safe
@with_place(pinned=False)
def privacy(request, place: Place):
    notice = {part: markdown(text) for part, text in place.form.service.privacy}
    context = {"form": place.form, "privacy": notice, "switch": chosen_language.switch(request, place.form)}
    return render(request, "forms/privacy.html", context)


@require_safe
@with_place(pinned=False)
def begin(request, place: Place):
    """`/apply/<slug>/`: to the first page, or to where this browser stopped."""
    if place.journey is not None and place.journey.sent_at is None:
        return HttpResponseRedirect(place.base + "resume")
    return HttpResponseRedirect(place.base + place.form.opening)


@require_http_methods(["GET", "HEAD", "POST"])
def help_somebody(request, slug: str):
    """An officer fills in a form for somebody on the phone or at the counter. It is recorded as such."""
    if officer(request) is None:
        if request.user.is_authenticated and request.user.kind != "officer":
            raise PermissionDenied("Only the council’s officers fill in forms for somebody here.")
        return redirect_to_login(request.path)
    try:
        form = queries.live(slug)
    except queries.Faulty as faulty:
        return faults(request, faulty)
    except queries.NoService:
        return notice(
            request,
            "There is no such service",
            "It may have been taken away.",
            button="Your work",
            href="/work/",
            status=HTTPStatus.NOT_FOUND,
        )
    if request.method != "POST":
        return notice(
            request,
            f"Fill in for somebody: {form.title}",
            "Read each question to them and type what they say.",
            "The form will show that you filled it in.",
            button="Start",
            post=request.path,
        )
    token = actions.new_token()
    try:
        actions.begin(form=form, token=token, answers={}, by=request.user, helped_by=request.user)
    except who.NotForYou as refused:
        return not_for_you(request, refused)
    except closing.NotOpen as closed:
        return not_open(request, closed)
    return keep(request, HttpResponseRedirect(f"/apply/{slug}/{form.opening}"), slug, token)


@require_safe
def service_schema(request):
    """The JSON Schema of service.yaml, for an editor."""
    return JsonResponse(schema())
