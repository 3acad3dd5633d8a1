"""The front page, the pages the law asks for, and what search engines read."""

import re

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from borough.design.errors import page as plain
from borough.forms import queries as forms
from borough.programme.news import queries as news
from borough.programme.stamps import page as kept
from borough.programme.workstreams import queries as workstreams

from . import queries
from .search import documents, ranking

ON_A_PAGE = 10
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
@kept
def home(request):
    """The editors' front page; a plain one where there is none, so that `/` always answers."""
    page = queries.home()
    if page:
        return page.serve(request).render()
    return render(request, "website/home.html", {"page": None} | queries.front())


@require_safe
@never_cache
def search(request):
    """Everything that answers what was typed, best first."""
    typed = request.GET.get("q", "").replace("\0", " ").strip()[:200]
    hits = ranking.search(documents.documents(), typed) if typed else []
    page = Paginator(hits, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"typed": typed, "hits": page}
    return render(request, "website/search.html", context | ({} if page.object_list else queries.front()))


@require_safe
def contact(request):
    return render(request, "website/contact.html", {"services": forms.services()})


@require_safe
def accessibility(request):
    return plain(request, "website/accessibility.html")


@require_safe
def privacy(request):
    return plain(request, "website/privacy.html")


@require_safe
def cookies(request):
    hours, days = settings.SESSION_COOKIE_AGE // 3600, settings.CSRF_COOKIE_AGE // 86400
    ours = [
        (settings.SESSION_COOKIE_NAME, "Keeps your place in a form, and keeps you signed in", f"{hours} hours"),
        (settings.CSRF_COOKIE_NAME, "Makes sure that what is sent in your name was sent by you", f"{days} days"),
    ]
    rows = [dict(zip(("name", "purpose", "stays"), row, strict=True)) for row in ours]
    return plain(request, "website/cookies.html", {"cookies": rows})


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
    paths += ["/contact/", "/accessibility/", "/privacy/", "/cookies/"]
    paths += [page.get_url(request) for page in [*queries.topics(), *queries.articles()]]
    paths += [
        "/programme/",
        "/programme/measures/",
        "/programme/performance/",
        "/programme/services/",
        "/programme/declaration/",
    ]
    paths += ["/programme/feedback/", *(f"/programme/workstreams/{key}/" for key in workstreams.titles())]
    paths += ["/news/", *(f"/news/{post.slug}/" for post in news.posts())]
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
