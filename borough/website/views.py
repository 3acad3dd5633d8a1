"""The front page, the pages the law asks for, and what search engines read."""

import re

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from borough.forms import queries as forms

from . import queries

PLAIN_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*")  # no folder, so no way out of this one
PICTURES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}


@require_safe
def home(request):
    """The editors' front page; a plain one where there is none, so that `/` always answers."""
    page = queries.home()
    if page:
        return page.serve(request)
    return render(request, "website/home.html", {"page": None, "services": forms.services()})


@require_safe
def accessibility(request):
    return render(request, "website/accessibility.html")


@require_safe
def privacy(request):
    return render(request, "website/privacy.html")


@require_safe
def cookies(request):
    hours, days = settings.SESSION_COOKIE_AGE // 3600, settings.CSRF_COOKIE_AGE // 86400
    ours = [
        (settings.SESSION_COOKIE_NAME, "Keeps your place in a form, and keeps you signed in", f"{hours} hours"),
        (settings.CSRF_COOKIE_NAME, "Makes sure that what is sent in your name was sent by you", f"{days} days"),
    ]
    rows = [dict(zip(("name", "purpose", "stays"), row, strict=True)) for row in ours]
    return render(request, "website/cookies.html", {"cookies": rows})


@require_safe
def robots(request):
    """A demonstration must not be found by somebody looking for the council."""
    if settings.DEMONSTRATION:
        lines = ["User-agent: *", "Disallow: /"]
    else:
        private = ["/apply/", "/resume/", "/work/", "/preview/", "/your-applications/", "/you/", "/editor/", "/admin/"]
        lines = ["User-agent: *", *(f"Disallow: {path}" for path in private)]
        lines.append("Sitemap: " + request.build_absolute_uri("/sitemap.xml"))
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request):
    paths = ["/", "/services/", *(f"/services/{service.slug}/" for service in forms.services())]
    paths += [article.get_url(request) for article in queries.articles()]
    addresses = [request.build_absolute_uri(path) for path in paths if path]
    return render(request, "website/sitemap.xml", {"addresses": addresses}, content_type="application/xml")


@require_safe
def picture(request, name):
    """A picture that an editor put on a page. Documents of residents are kept elsewhere and never come this way."""
    suffix = name[name.rfind(".") :].lower()
    if not PLAIN_NAME.fullmatch(name) or suffix not in PICTURES:
        raise Http404
    try:
        file = default_storage.open(f"images/{name}")
    except OSError as fault:
        raise Http404 from fault
    response = FileResponse(file, content_type=PICTURES[suffix])
    response["Cache-Control"] = "public, max-age=86400"
    return response
