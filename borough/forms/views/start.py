"""Services to choose from, the start page of each, and its privacy notice."""

from http import HTTPStatus

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from borough.foundations.people.second_factor import officer

from .. import actions, queries
from ..definition.schema import schema
from ..markdown import html as markdown
from .place import Place, faults, keep, notice, with_place


@require_GET
def services(request):
    """Services A to Z."""
    return render(request, "forms/services.html", {"forms": queries.services()})


@require_GET
@with_place
def start(request, place: Place):
    resumable = place.journey is not None and place.journey.sent_at is None and bool(place.answers)
    form = queries.live(place.slug)
    return render(
        request, "forms/start.html", {"form": form, "before": markdown(form.service.before), "resumable": resumable}
    )


@require_GET
@with_place
def privacy(request, place: Place):
    form = queries.live(place.slug)
    notice = {part: markdown(text) for part, text in form.service.privacy}
    return render(request, "forms/privacy.html", {"form": form, "privacy": notice})


@require_GET
@with_place
def begin(request, place: Place):
    """`/apply/<slug>/`: to the first page, or to where this browser stopped."""
    if place.journey is not None and place.journey.sent_at is None:
        return HttpResponseRedirect(f"/apply/{place.slug}/resume")
    return HttpResponseRedirect(f"/apply/{place.slug}/{queries.live(place.slug).first.name}")


@require_http_methods(["GET", "POST"])
def help_somebody(request, slug: str):
    """An officer fills in a form for somebody on the phone or at the counter. It is recorded as such."""
    if officer(request) is None:
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
    if request.method == "GET":
        return notice(
            request,
            f"Fill in for somebody: {form.title}",
            "Read each question to them and type what they say.",
            "The form will show that you filled it in.",
            button="Start",
            post=request.path,
        )
    token = actions.new_token()
    actions.begin(form=form, token=token, answers={}, by=request.user, user=None, helped_by=request.user)
    return keep(request, HttpResponseRedirect(f"/apply/{slug}/{form.first.name}"), slug, token)


@require_GET
def service_schema(request):
    """The JSON Schema of service.yaml, for an editor."""
    return JsonResponse(schema())
