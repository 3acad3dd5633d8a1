"""Where somebody is in a form: the journey their cookie keeps."""

from functools import partial, wraps

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils import timezone

from borough.design.languages import speaking
from borough.foundations import chosen_language
from borough.foundations.audit.actors import RESIDENT

from .. import actions, closing, queries, retiring, who
from ..definition.form import Route
from ..languages import marking
from ..measuring import actions as measuring
from ..models import Journey
from .notices import faults, not_for_you, not_open, not_this_version, sent_already

NEVER = "max-age=0, no-cache, no-store, must-revalidate, private"  # what one person typed is kept by nobody else


class Place:
    """A request's journey through one form. The journey is read at most once.

    `form` is the version begun on; the live one where nothing is begun or not `pinned`. Raises retiring.Retired.
    """

    counts = True  # what is done here: an opinion of it is asked, and times chosen are held

    def __init__(self, request, slug: str, *, pinned: bool = True):
        self.request, self.slug = request, slug
        self.token = request.COOKIES.get(cookie_name(slug), "")
        self.journey: Journey | None = queries.journey(actions.token_hash(self.token)) if self.token else None
        if self.journey is not None and self.journey.slug != slug:
            self.journey = None
        self.base, self.start = f"/apply/{slug}/", f"/services/{slug}/"
        self.language = chosen_language.wanted(request)
        if self.journey and pinned:
            self.form = retiring.form_of(self.journey, self.language, saving=request.method == "POST")
        else:
            self.form = queries.live(slug, self.language)
        self.answers = self.journey.answers if self.journey else {}
        self.told = ""  # what each page says to whoever comes late
        self.banner = ""  # what each page says above all else, as HTML
        self.begun = False  # in this request, so that the browser has yet to be told
        self.today = timezone.localdate()
        self._route: tuple[dict, Route] | None = None

    @property
    def route(self) -> Route:
        """Where the answers lead, worked out once for each set of them."""
        if self._route is None or self._route[0] is not self.answers:
            self._route = (self.answers, self.form.route(self.answers, self.today))
        return self._route[1]

    @property
    def user(self):
        """Who is signed in, if anybody: looked up only where there is a session."""
        if settings.SESSION_COOKIE_NAME not in self.request.COOKIES or not self.request.user.is_authenticated:
            return None
        return self.request.user

    @property
    def known(self):
        """The resident whose account may fill in this journey: it is their own, and nobody fills it in for them."""
        user, journey = self.user, self.journey
        if user is None or user.kind != "resident":
            return None
        theirs = journey is None or (journey.helped_by_id is None and journey.user_id in (None, user.pk))
        return user if theirs else None

    @property
    def for_them(self) -> bool:
        """Whether the service takes applications from such people. Asks who is signed in only where that matters."""
        if {"resident", "partner"} <= set(self.form.service.who):
            return True
        return who.role(self.user) in self.form.service.who

    @property
    def by(self):
        return self.user or RESIDENT

    @property
    def may_come_back(self) -> bool:
        """Whether there is something to save for later."""
        return self.journey is not None

    # --- whether the service takes it now: each raises NotOpen, and gives what to say of a closed one
    def check_begin(self) -> None:
        closing.check_begin(self.form)

    def check_page(self) -> str:
        return closing.check_page(self.form, self.journey)

    def check_send(self) -> str:
        return closing.last_days(closing.check_send(self.form, self.journey))

    # --- what is kept
    def save(self, answers: dict, within: tuple[str, str] | None, none=()) -> bool:
        """Keep a page's answers. False if the journey was sent meanwhile."""
        return actions.save_page(journey=self.journey, answers=answers, none=none, within=within)

    def refused(self, page, errors: dict) -> None:
        """Count what a page refused."""
        measuring.refused(form=self.form, page=page, errors=errors)

    def begin(self, answers: dict) -> Journey:
        self.token = actions.new_token()
        user = self.user
        self.journey = actions.begin(form=self.form, token=self.token, answers=answers, by=self.by, user=user)
        self.answers, self.begun = answers, True
        return self.journey


def keep(request, response: HttpResponse, slug: str, token: str) -> HttpResponse:
    """Give the browser the cookie that keeps its place. It ends with the browser: the way back is a link by e-mail."""
    response.set_cookie(cookie_name(slug), token, httponly=True, samesite="Lax", secure=request.is_secure())
    return response


def cookie_name(slug: str) -> str:
    return f"form-{slug}"


def with_place(view=None, *, pinned: bool = True):
    """Give the view a Place, of the kind its address asks for, and the browser the cookie of one begun there.

    An unknown service is a 404; a faulty file is a page that says what to put right; a version that was retired is one
    that says how to go on. Pages about the service rather than the journey are not `pinned` to the version begun on.
    """
    if view is None:
        return partial(with_place, pinned=pinned)

    @wraps(view)
    def placed(request, slug, *args, place=Place, **kwargs):
        try:
            here = place(request, slug, pinned=pinned)
            response = in_its_language(here, view, *args, **kwargs)
            response.headers.setdefault("Cache-Control", NEVER)
            return keep(request, response, slug, here.token) if here.begun else response
        except queries.NoService:
            raise Http404(slug) from None
        except queries.Faulty as faulty:
            return faults(request, faulty)
        except retiring.Retired as retired:
            page = sent_already if retired.journey.sent_at else not_this_version
            return in_its_language(place(request, slug, pinned=False), lambda _, place: page(place))

    return placed


def in_its_language(place: Place, view, *args, **kwargs):
    """The view's response, in the language of the place's form."""

    def answered():
        try:
            return view(place.request, place, *args, **kwargs)
        except who.NotForYou as refused:
            return not_for_you(place.request, refused)
        except closing.NotOpen as closed:
            return not_open(place.request, closed)

    if place.form.language == "en":  # nothing to look up
        response = answered()
    else:
        with speaking(place.form.language):
            response = answered()
        if place.form.english and response.get("Content-Type", "").startswith("text/html"):
            response.content = marking.mark(response.content.decode(), place.form.english)
    return chosen_language.remember(place.request, response)
