"""Everything that can be found: services, pages, news, workstreams and measures. Kept by each process for a minute."""

import time

from borough.forms import queries as forms
from borough.programme.figures import queries as figures
from borough.programme.news import queries as news
from borough.programme.workstreams import queries as workstreams

from .. import queries
from .ranking import Document

A_MINUTE = 60.0
LEGAL = (
    ("Contact us", "How to ring, write or visit.", "/contact/"),
    ("Accessibility", "How to use this website, and what to do if you cannot.", "/accessibility/"),
    ("Privacy", "What we do with what you tell us.", "/privacy/"),
    ("Cookies", "The cookies we use.", "/cookies/"),
    ("Our strategy", "Our digital strategy and how it is going.", "/programme/"),
    ("Our measures", "Every number we publish.", "/programme/measures/"),
    ("You said, we did", "What people told us about our strategy, and what we did.", "/programme/feedback/"),
)
_known: list[tuple[float, list[Document]]] = []


def documents() -> list[Document]:
    if not _known or _known[0][0] < time.monotonic():
        _known[:] = [(time.monotonic() + A_MINUTE, list(_read()))]
    return _known[0][1]


def forget() -> None:
    _known.clear()


def _read():
    for form in forms.services():
        yield Document(form.title, form.service.summary, f"/services/{form.slug}/", "Service", form.service.before)
    for page in [*queries.topics(), *queries.articles()]:
        yield Document(page.title, page.summary, page.get_url() or "/", "Page", text(page.body))
    for post in news.posts():
        yield Document(post.title, post.summary, f"/news/{post.slug}/", "News", text(post.body))
    for one in workstreams.standings(milestones=False):
        stream = one.workstream
        href = f"/programme/workstreams/{stream.key}/"
        yield Document(stream.title, stream.why, href, "Workstream", f"{stream.what} {stream.outcomes}")
    for key, title, definition in figures.words():
        yield Document(title, definition, f"/programme/measures/{key}/", "Measure")
    for title, summary, href in LEGAL:
        yield Document(title, summary, href, "Page")


def text(body) -> str:
    """The words of a StreamField."""
    return " ".join(str(part) for block in body for part in block.block.get_searchable_content(block.value))
