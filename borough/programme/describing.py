"""/api/ for people: what data there is, where, and how to use it."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from .api import WORDS, api
from .stamps import page

FILES = (
    ("/programme/measures.csv", "Every measure, as a spreadsheet"),
    ("/programme/measures.json", "The same as JSON"),
    ("/programme/performance.csv", "How every service does, as a spreadsheet"),
    ("/programme/performance.json", "The same as JSON"),
    ("/programme/feedback.json", "You said, we did"),
    ("/news/feed.rss", "News, as RSS"),
    ("/news/feed.atom", "News, as Atom"),
)


@require_safe
@page
def data(request):
    paths = [(path, next(iter(verbs.values()))["summary"]) for path, verbs in api.get_openapi_schema()["paths"].items()]
    context = {"paths": paths, "files": FILES, "words": WORDS.strip()}
    return render(request, "programme/data.html", context)
