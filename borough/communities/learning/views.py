"""/support/sessions/ for anybody; /alliance/sessions/ for partners, champions and the team."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from borough.communities import asking, persons
from borough.communities.alliance.policy import partner_of, runs_it
from borough.communities.refusals import Refused
from borough.foundations.audit.actors import RESIDENT
from borough.foundations.limits.decorators import limited
from borough.foundations.people.second_factor import officer

from . import actions, forms, policy, progress
from .models import Session
from .skills import LIFE, TASKS

both = require_http_methods(["GET", "HEAD", "POST"])
ask = partial(asking.asked, product="alliance")


def coming():
    rows = Session.objects.filter(cancelled_at=None, starts_at__gt=timezone.now()).exclude(kind="one_to_one")
    return rows.select_related("partner__organisation", "site")


@require_safe
def public(request):
    return render(request, "learning/public.html", {"sessions": coming()[:50]})


@both
@never_cache
@limited("book", most=20, seconds=3600)
def book(request, number):
    """Book a place for oneself."""
    session = coming().filter(pk=number).first()
    if session is None:
        raise Http404(number)

    def do(**answers):
        booking = actions.book(session=session, person=persons.found_or_made(by=RESIDENT, **answers), by=RESIDENT)
        return "You have a place." if booking.state == "booked" else "It is full. You are on the list."

    form = forms.BookForm(request.POST or None)
    form.to_themselves()
    return ask(request, form, do, title=session.title, button="Book a place", back=("/support/sessions/", "Sessions"),
               to="/support/sessions/booked/")  # fmt: skip


@require_safe
@never_cache
def booked(request):
    notices = list(messages.get_messages(request))
    return render(request, "learning/booked.html", {"notices": notices})


def signed_in(view):
    """For partners' people and the team; anybody else signs in or is sent away."""

    @never_cache
    def seen(request, **kwargs):
        user = request.user
        if not user.is_authenticated:
            return redirect_to_login(request.get_full_path(), "/sign-in/")
        user = user if user.kind == "partner" else officer(request)
        if user is None or not (runs_it(user) or partner_of(user)):
            raise PermissionDenied("This page is for the organisations of the alliance.")
        return view(request, user, **kwargs)

    return seen


@require_safe
@signed_in
def work(request, user):
    rows = policy.sessions(user)
    now = timezone.now()
    context = {"coming": rows.filter(starts_at__gt=now, cancelled_at=None)[:100],
               "past": rows.filter(starts_at__lte=now).order_by("-starts_at")[:50]}  # fmt: skip
    return _page(request, "work", context)


@both
@signed_in
def plan(request, user):
    partner = partner_of(user)
    form = forms.SessionForm(request.POST or None, partner=partner)

    def do(**answers):
        owner = partner or (answers["champion"] and answers["champion"].partner) or (
            answers["site"] and answers["site"].partner
        )  # fmt: skip
        if owner is None:
            raise Refused("Choose a champion or a place, so that we know whose session it is", "champion")
        return f"{actions.plan(partner=owner, by=user, **answers)} is planned."

    return ask(request, form, do, title="A new session", back=("/alliance/sessions/", "Sessions"))


@require_safe
@signed_in
def session(request, user, number):
    found = _session(user, number)
    context = {"session": found, "bookings": found.bookings.exclude(state="cancelled").select_related("person"),
               "begun": found.starts_at <= timezone.now()}  # fmt: skip
    return _page(request, "session", context)


@both
@signed_in
def add(request, user, number):
    found = _session(user, number)

    def do(**answers):
        booking = actions.book(session=found, person=persons.found_or_made(by=user, **answers), by=user)
        return f"{booking.person} {'has a place' if booking.state == 'booked' else 'is on the list'}."

    return ask(request, forms.BookForm(request.POST or None), do, title="Who comes?", back=_back(found))


@require_POST
@signed_in
def register(request, user, number):
    """Who came, or with `give_up` whose place is free, or with `call_off` that it does not take place."""
    found = _session(user, number)
    try:
        if "call_off" in request.POST:
            actions.call_off(session=found, by=user)
        elif gone := request.POST.get("give_up"):
            booking = found.bookings.filter(pk=gone if gone.isdigit() else 0).first()
            if booking is None:
                raise Http404(gone)
            actions.cancel(booking=booking, by=user)
        else:
            came = [int(text) for text in request.POST.getlist("came") if text.isdigit() and len(text) < 10]
            actions.attended(session=found, came=came, by=user)
        messages.success(request, "Saved.")
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("learning:session", found.pk)


@both
@signed_in
def check(request, user, person):
    """What somebody can do, asked task by task."""
    found = policy.people(user).filter(pk=person).first()
    if found is None:
        raise Http404(person)
    form = forms.CheckForm(request.POST or None)

    def do(**answers):
        actions.check(person=found, answers=form.answers, confidence=answers["confidence"], shown=answers["shown"],
                      partner=partner_of(user), by=user)  # fmt: skip
        return "Saved."

    back = (f"/alliance/people/{found.pk}/", str(found))
    return ask(request, form, do, title=f"What can {found} do?", back=back)


@require_safe
@signed_in
def person(request, user, person):
    found = policy.people(user).filter(pk=person).first()
    if found is None:
        raise Http404(person)
    checks = list(found.checks.all())
    context = {"person": found, "checks": checks, "parts": progress.compared(checks), "areas": LIFE,
               "to_learn": [TASKS[task] for task in progress.to_learn(checks)][:5]}  # fmt: skip
    return _page(request, "person", context)


def _session(user, number):
    found = policy.sessions(user).filter(pk=number).first()
    if found is None:
        raise Http404(number)
    return found


def _back(found):
    return f"/alliance/sessions/{found.pk}/", found.title


def _page(request, name, context):
    context |= {"product_name": "alliance", "notices": list(messages.get_messages(request)),
                "layout": asking.layout(request)}  # fmt: skip
    return render(request, f"learning/{name}.html", context)
