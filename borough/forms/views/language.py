"""The language somebody reads a form in: chosen by a link at its top, kept in a cookie. No page writes for it."""

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


def switch(request, form) -> str:
    """The links to this page in the form's languages, as HTML; nothing where there is only one."""
    if len(form.languages) == 1:
        return ""
    query = request.GET.copy()
    choices = []
    for one in form.languages:
        query["lang"], name = one, LANGUAGES[one]
        here = CHOICE.format(escape(query.urlencode()), one, one, name)
        choices.append(CHOSEN.format(name) if one == form.language else here)
    return SWITCH.format(LABELS[form.language], "".join(choices))
