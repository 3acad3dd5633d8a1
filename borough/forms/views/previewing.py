"""A form tried out by the officers who look after it, page by page, on its newest version, and nothing of it kept."""

from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_POST, require_safe

from borough.foundations import chosen_language

from .. import exporting, keepers, queries
from ..actions import Unfinished, previewing
from ..definition.form import CHECK_ANSWERS
from ..markdown import html as markdown
from ..models import Preview
from .notices import no_place
from .parts import AGAIN
from .place import Place, with_place

BANNER = """<div class="govuk-inset-text" role="note"><strong>{}</strong> {} {}
<a class="govuk-link" href="{}">Every error message it can give</a></div>"""
NOTHING = "Nothing you do here is counted, sent or paid."


class Previewing(Place):
    """A Place whose journey is a preview. To make one is to be an officer who looks after the service."""

    counts = False
    begun = False  # the browser needs no cookie: the officer is signed in
    may_come_back = False
    for_them = True

    def __init__(self, request, slug: str, *, pinned: bool = True):
        self.request, self.slug = request, slug
        self.base = self.start = f"/preview/{slug}/"
        self.language = chosen_language.wanted(request)
        self.officer = keepers.keeper(request)
        self.form = queries.newest(slug, self.language)
        keepers.check(request, self.form)
        mine = Preview.objects.filter(user=self.officer, slug=slug, version=self.form.version)  # a newer draft, anew
        self.journey = mine.first()
        self.answers = self.journey.answers if self.journey else {}
        self.told, self.today, self._route = "", timezone.localdate(), None
        self.banner = format_html(
            BANNER, "This is a preview.", NOTHING, _version(self.form), reverse("service-errors", args=[slug])
        )

    @property
    def user(self):
        return self.officer

    # --- it is always open, and counts nothing
    def check_begin(self):
        return

    def check_page(self):
        return ""

    check_send = check_page

    def refused(self, page, errors):
        return

    # --- what is kept, until the officer is done
    def begin(self, answers):
        self.journey = previewing.begin(form=self.form, answers=answers, by=self.officer)
        self.answers = answers
        return self.journey

    def save(self, answers, within, none=()):
        return previewing.save(preview=self.journey, answers=answers, none=none, within=within)


def _version(form) -> str:
    try:
        live = queries.live(form.slug).version
    except queries.NoService:
        live = None
    if live == form.version:
        return "This is the form as it is live."
    return "Residents do not see this version yet."


@require_safe
@with_place
def start(request, place):
    context = {"form": place.form, "before": markdown(place.form.service.before)}
    context |= {
        "base": place.base,
        "start": place.start,
        "banner": place.banner,
        "switch": chosen_language.switch(request, place.form),
    }
    return render(request, "forms/start.html", context)


@require_POST
@with_place
def send(request, place):
    return HttpResponseRedirect(place.base + "sent")


@require_safe
@with_place
def sent(request, place):
    """What would have happened."""
    if place.journey is None:
        return no_place(place)
    try:
        played = previewing.play(preview=place.journey, form=place.form, by=place.officer)
    except Unfinished as unfinished:
        wanted = f"{unfinished.path}?change={AGAIN}" if unfinished.path else CHECK_ANSWERS
        return HttpResponseRedirect(place.base + wanted)
    context = {"form": place.form, "place": place, "played": played, "text": exporting.text(played.exported)}
    return render(request, "forms/work/previewed.html", context)


@require_POST
@with_place
def start_again(request, place):
    previewing.forget(Preview.objects.filter(user=place.officer, slug=place.slug), by=place.officer)
    return HttpResponseRedirect(place.start)
