"""The film with its captions and transcript. Nothing of it is fetched before somebody presses play."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from borough.programme.stamps import page

from . import scenes


@require_safe
@page
def film(request):
    return render(request, "film/film.html", {"scenes": scenes.SCENES, "seconds": scenes.seconds()})


@require_safe
@page
def captions(request):
    return HttpResponse(scenes.captions(), content_type="text/vtt; charset=utf-8")
