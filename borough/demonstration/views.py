"""Becoming somebody, and reading what was sent. In a demonstration only: elsewhere these pages do not exist."""

from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import login, logout
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_POST, require_safe

from borough.foundations.messages.html import blocks
from borough.foundations.people import second_factor
from borough.foundations.people.models import User

from . import queries, tiles
from .cast import BY_KEY, CAST
from .only import only_here

BACKEND = "django.contrib.auth.backends.ModelBackend"
ON_A_PAGE = 20


@only_here
@require_safe
def index(request):
    you = next((part for part in CAST if request.user.is_authenticated and part.email == request.user.email), None)
    return render(request, "demonstration/index.html", {"cast": CAST, "you": you, "postcodes": queries.postcodes()})


@only_here
@require_safe
def tile(request, zoom, x, y):
    """A square of the map on which places are tapped."""
    wanted = tiles.Tile(zoom, x, y)
    if not wanted.is_there:
        raise Http404
    return HttpResponse(
        tiles.drawn(wanted), content_type="image/svg+xml", headers={"Cache-Control": "public, max-age=3600"}
    )


@only_here
@require_POST
def become(request, key):
    part = BY_KEY.get(key)
    user = part and User.objects.filter(email=part.email, is_active=True).first()
    if user is None:
        raise Http404
    logout(request)  # nothing of who they were before stays in the session
    record_authentication(request, user, "demonstration")
    login(request, user, backend=BACKEND)
    second_factor.mark(request, "demonstration")
    return redirect(part.start)


@only_here
@require_POST
def stop(request):
    logout(request)
    return redirect(reverse("demonstration"))


@only_here
@require_safe
def messages(request):
    sought = request.GET.get("find", "")[:100].replace("\0", "").strip()
    page = Paginator(queries.messages(sought), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "demonstration/messages.html", {"page": page, "sought": sought, "body": body, "cast": CAST})


def body(message) -> SafeString:
    """The message as its reader would see it; a code or a link that signs in is in what was shown."""
    shown = getattr(message, "shown", None)
    return mark_safe(blocks(shown.body if shown else message.body))  # noqa: S308  blocks() escapes
