"""The news, and getting it by e-mail."""

from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.views import serve

from borough.foundations.limits import actions as limits
from borough.foundations.limits.addresses import address
from borough.foundations.limits.pages import too_many
from borough.programme.stamps import page

from . import actions, queries
from .forms import SubscribeForm


@require_safe
@page
def posts(request):
    found = queries.front()
    if found:
        return found.serve(request).render()
    return render(request, "news/posts.html", {"page": None} | queries.listed(request.GET))


@require_safe
@page
def post(request, slug):
    found = queries.post(slug)
    if found is None:
        return serve(request, f"news/{slug}/")  # Wagtail knows whether it has moved
    return found.serve(request).render()


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def subscribe(request):
    area = request.GET.get("area", "")
    form = SubscribeForm(request.POST if request.method == "POST" else None, initial={"areas": [area] if area else []})
    if form.is_valid():
        if not limits.hit(scope="subscribe", who=address(request), most=20, seconds=3600):
            return too_many(request, seconds=3600)
        if limits.hit(scope="subscribe-to", who=form.cleaned_data["email"], most=3, seconds=24 * 3600):
            actions.subscribe(**form.cleaned_data)
        return render(request, "news/said.html", {"title": "Look into your e-mail", "words": ASKED})
    return render(request, "news/subscribe.html", {"form": form, "errors": form.errors})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def confirm(request, token):
    """The link in the e-mail opens a page with a button: programs that look at links confirm nothing."""
    found = actions.confirm(token=token) if request.method == "POST" else actions.awaiting(token)
    if found is None:
        return render(
            request, "news/said.html", {"title": "This link does not work any more", "words": OLD}, status=410
        )
    if not found.wanted:
        return render(request, "news/said.html", {"title": "You get our news", "words": CONFIRMED})
    return render(request, "news/button.html", {"title": "Get our news once a week", "button": "Yes, send it to me"})


@csrf_exempt  # RFC 8058: the mail program sends this without any page of ours; the token says for whom
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def unsubscribe(request, token):
    if request.method == "POST":
        if actions.unsubscribe(token=token):
            return render(request, "news/said.html", {"title": "You get no more news from us", "words": ENDED})
        return render(request, "news/said.html", {"title": "This link does not work", "words": WRONG}, status=404)
    return render(request, "news/button.html", {"title": "End our weekly e-mail", "button": "End it"})


ASKED = "We have sent you a link. Open it and press the button, and you will hear from us every Thursday."
OLD = "It is older than 7 days, or was not copied whole. Ask for a new one."
CONFIRMED = "We write to you every Thursday in which there is something new. Each e-mail has a link to end it."
ENDED = "We have deleted your address. You can come back at any time."
WRONG = "It was not copied whole. Open it from the e-mail again."
