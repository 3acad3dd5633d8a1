"""The parts of a page that are one person's own, as HTML: what fills the holes of a page drawn once."""

from functools import cache
from html import escape

from django.utils.translation import gettext as _

from borough.foundations import chosen_language

from .. import answers, summaries
from ..definition.flow import on_the_way
from ..definition.form import CHECK_ANSWERS
from . import listing, tokens
from .place import Place
from .where import Where

AGAIN = "again"  # `?change=again`: what was answered here no longer holds, so the page opens with what is wrong
SAVE = '<p class="govuk-body"><a class="govuk-link" href="/apply/{}/save">{}</a></p>'
INSET = '<div class="govuk-inset-text">{}</div>'
OPINION = ' <a class="govuk-link" href="/apply/{}/opinion">{}</a>.'
BACK = '<a href="{}" class="govuk-back-link">{}</a>'


def place_parts(request, place: Place, back: str) -> dict:
    """Those that every page of a journey has. `back` is an address."""
    words = _words(place.form.language)
    return {
        "language": chosen_language.switch(request, place.form),
        "csrf": tokens.html(request),
        "back": BACK.format(back, words["back"]),
        "helping": place.banner + _helping(place) + _told(place),
        "save": SAVE.format(place.slug, words["save"]) if place.may_come_back else "",
    }


@cache
def _words(language: str) -> dict:
    """Looked up once: gettext goes through a catalogue of each app for words that every page has."""
    return {"back": _("Back"), "save": _("Save and come back later")}


def own_parts(request, where: Where) -> dict:
    """Those of one page with questions."""
    place, page, changing = where.place, where.page, "change" in request.GET
    own = place_parts(request, place, _back(where, changing))
    own["helping"] += _prefilled(where) + _kept(where)
    own["action"] = where.address(page.name) + ("?change" if changing else "")
    own["caption"] = escape(where.which) if where.group else ""
    own["opinion"] = OPINION.format(place.slug, _("Tell us what you think of this one")) if _ends(where) else ""
    own["list"] = listing.html(where) if page.group else ""
    for summary in page.summaries:
        own[summary.mark] = _summary(where, summary)
    return own


def _ends(where) -> bool:
    return where.page.end and where.place.counts


def said(where: Where, name: str) -> str:
    """An earlier answer, for the words of a later page."""
    form = where.form
    if name in form.values:
        return form.values[name].display(form.values[name].text(where.route.logic))
    question = form.questions.get(name)
    return question.display((where.place.answers | where.answers).get(name)) if question else ""


def _back(where, changing):
    if where.place.journey is None and not where.group:
        return where.place.base + "tasks" if where.form.service.task_list else where.place.start
    return where.place.base + CHECK_ANSWERS if changing else where.before


def _summary(where, summary):
    pages = where.route.part(where.page.name).pages
    earlier = pages[: next((at for at, page in enumerate(pages) if page is where.page), 0)]
    wanted = [page for page in earlier if _in(page, summary, where.page)]
    known = on_the_way(where.route, where.answers, where.today)
    rows = [row for page in wanted for row in answers.page_rows(page, known)]
    return summaries.html(rows, where.base)


def _in(page, summary, here):
    return page.name in summary.pages if summary.pages else page.page.section == here.page.section


def _helping(place):
    if place.journey is None or place.journey.helped_by_id is None:
        return ""
    return INSET.format(_("You are filling this in for somebody else. Read each question to them as it stands."))


def _told(place):
    return INSET.format(escape(place.told)) if place.told else ""


def _prefilled(where):
    if not where.prefilled:
        return ""
    return INSET.format(_("We filled in what your account says. Check it, and change what is not right."))


def _kept(where):
    """A secret answer is never shown again, so the page says that it is there."""
    answers = where.answers
    kept = [q.display(answers[q.name]) for q in where.page.questions.values() if q.secret and answers.get(q.name)]
    return "".join(
        INSET.format(_("{answer} is saved. Leave the boxes empty to keep it.").format(answer=escape(text)))
        for text in kept
    )
