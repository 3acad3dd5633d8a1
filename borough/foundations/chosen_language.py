"""The language somebody reads in: chosen by a link, kept in a cookie. No page writes to the database for it."""

from functools import wraps
from html import escape

from borough.design.languages import LANGUAGES, speaking

COOKIE = "language"
CHOICE = '<li><a class="govuk-link" href="?{}" hreflang="{}" lang="{}" rel="alternate">{}</a></li>'
CHOSEN = '<li aria-current="true">{}</li>'
SWITCH = '<nav class="app-language" aria-label="{}"><ul class="app-language__list">{}</ul></nav>'
LABELS = {"en": "Language", "cy": "Iaith"}


def wanted(request) -> str:
    chosen = request.GET.get("lang") or request.COOKIES.get(COOKIE, "en")
    return chosen if chosen in LANGUAGES else "en"


def remember(request, response):
    """Keep what the link chose, for this visit's other pages and forms. It ends with the browser."""
    if request.GET.get("lang") in LANGUAGES:
        response.set_cookie(COOKIE, request.GET["lang"], httponly=True, samesite="Lax", secure=request.is_secure())
    return response


def in_chosen(view):
    """The view in the language chosen, for pages that belong to no one form."""

    @wraps(view)
    def spoken(request, *args, **kwargs):
        with speaking(wanted(request)):
            return remember(request, view(request, *args, **kwargs))

    return spoken


def switch(request, words) -> str:
    """The links to this page in each of `words.languages`, as HTML; nothing where `words.language` is the only one."""
    if len(words.languages) == 1:
        return ""
    query = request.GET.copy()
    choices = []
    for one in words.languages:
        query["lang"], name = one, LANGUAGES[one]
        link = CHOICE.format(escape(query.urlencode()), one, one, name)
        choices.append(CHOSEN.format(name) if one == words.language else link)
    return SWITCH.format(LABELS[words.language], "".join(choices))
