"""Where somebody is in a form: the journey their cookie keeps."""

from functools import wraps
from http import HTTPStatus

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from borough.design.languages import speaking
from borough.foundations.audit.actors import RESIDENT

from .. import actions, closing, queries, who
from ..definition.form import Route
from ..languages import marking
from ..markdown import html as markdown
from ..measuring import actions as measuring
from ..models import Journey
from . import language

NEVER = "max-age=0, no-cache, no-store, must-revalidate, private"  # what one person typed is kept by nobody else


class Place:
    """A request's journey through one form. The journey is read at most once."""

    counts = True  # what is done here: an opinion of it is asked, and times chosen are held

    def __init__(self, request, slug: str):
        self.request, self.slug = request, slug
        self.token = request.COOKIES.get(cookie_name(slug), "")
        self.journey: Journey | None = queries.journey(actions.token_hash(self.token)) if self.token else None
        if self.journey is not None and self.journey.slug != slug:
            self.journey = None
        self.base, self.start = f"/apply/{slug}/", f"/services/{slug}/"
        self.language = language.wanted(request)
        pinned = self.journey and self.journey.version_id
        self.form = queries.version(pinned, self.language) if pinned else queries.live(slug, self.language)
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

    def newest(self):
        """The form that whoever begins now would have."""
        return queries.live(self.slug, self.language)

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


def with_place(view):
    """Give the view a Place, of the kind its address asks for, and the browser the cookie of one begun there.

    An unknown service is a 404; a faulty file is a page that says what to put right.
    """

    @wraps(view)
    def placed(request, slug, *args, place=Place, **kwargs):
        try:
            place = place(request, slug)
            response = in_its_language(place, view, *args, **kwargs)
            response.headers.setdefault("Cache-Control", NEVER)
            return keep(request, response, slug, place.token) if place.begun else response
        except queries.NoService:
            raise Http404(slug) from None
        except queries.Faulty as faulty:
            return faults(request, faulty)

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
    return language.remember(place.request, response)


def faults(request, faulty):
    return render(request, "forms/faults.html", {"faults": faulty.faults, "slug": faulty.slug}, status=500)


def notice(request, title, *lines, button="", href="", post="", instead="", status=HTTPStatus.OK):
    """A page that says one thing and what to do about it: press the button or, `instead`, go to `href`."""
    context = {"title": title, "lines": lines, "button": button, "href": href, "post": post, "instead": instead}
    return render(request, "forms/notice.html", context, status=status)


def not_open(request, closed: closing.NotOpen):
    """When it opens or closed, why, and what to do."""
    context = {"form": closed.form, "begun": closed.begun} | when(closed.form, closed.times)
    early = context["state"] == closing.EARLY
    context["title"] = _("This form is not open yet") if early else _("This form has closed")
    status = HTTPStatus.FORBIDDEN if early else HTTPStatus.GONE
    return render(request, "forms/closed.html", context, status=status)


def when(form, times: closing.Times | None) -> dict:
    """What a page says of when a service is open: {state, opens, until, closed, reason}. {} for one that always is."""
    if times is None:
        return {}
    state, words = times.state(timezone.now()), form.service.closed
    reason = {closing.EARLY: words.before, closing.LATE: words.reason}.get(state, "")
    said = {"opens": closing.said(times.opens), "until": closing.until(times.closes)}
    return said | {"closed": closing.last_day(times.closes), "state": state, "reason": markdown(reason)}


def not_for_you(request, refused: who.NotForYou):
    """Who may apply instead, and what this person can do."""
    form, lines = refused.form, [_("This form is for %(only)s.") % {"only": who.words(refused.form)}]
    button, href = _("See our services"), "/services/"
    if refused.role == "partner":
        lines.append(_("To apply for yourself, sign out first."))
    elif refused.role == "resident" and "partner" in form.service.who:
        lines.append(_("If you work for one of our partners, sign in."))
        button, href = _("Sign in"), f"/sign-in/?next=/services/{form.slug}/"
    if refused.role == "resident" and form.service.contact.phone:
        lines.append(_("To apply for yourself, ring us on %(phone)s.") % {"phone": form.service.contact.phone})
    title = _("You cannot fill in this form: {title}").format(title=form.title)
    return notice(request, title, *lines, button=button, href=href, status=HTTPStatus.FORBIDDEN)


def sent_already(place):
    return notice(
        place.request,
        _("You have already sent this form"),
        _("We have your answers, so they cannot be changed here."),
        _("If something was wrong, or you want to tell us more, open it in your applications."),
        button=_("Your applications"),
        href="/your-applications/",
        status=HTTPStatus.GONE,
    )


def no_place(place):
    return notice(
        place.request,
        _("We cannot find your place in this form"),
        _("Your browser did not tell us which form is yours.")
        + " "
        + _("It may have been closed since, or it may not keep cookies."),
        _("If you saved the form, use the link in our e-mail. Otherwise start again."),
        button=_("Start again"),
        href=place.start,
        status=HTTPStatus.GONE,
    )
