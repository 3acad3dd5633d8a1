"""/support/ask/ for anybody, /alliance/referrals/ for partners, /work/referrals/ and the helpline for the team."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from borough.communities import asking, persons
from borough.communities.alliance import needs
from borough.communities.alliance.policy import partner_of, runs_it
from borough.communities.refusals import Refused
from borough.foundations.audit.actors import RESIDENT
from borough.foundations.limits.decorators import limited
from borough.foundations.people.second_factor import officer

from . import actions, counting, forms, policy, rules
from .models import Call

both = require_http_methods(["GET", "HEAD", "POST"])
ask = partial(asking.asked, product="alliance")
ASKED = "referrals:asked"  # in the session: whom this browser asked


@both
@never_cache
@limited("refer", most=20, seconds=3600)
def refer(request):
    """Ask for help: for oneself without an account; for somebody else as a partner or an officer."""
    user = _signed_in(request)
    sender = partner_of(user) if user else None
    who = user or RESIDENT
    form = forms.ReferForm(
        request.POST or None,
        themselves=user is None,
        sender=sender,
        support=forms.support_of(request.GET.get("to", "")),
    )

    def do(receiver, needs, note, agree, **person):
        source = "partner" if sender else "officer" if user else "self"
        made = actions.refer(
            person=persons.found_or_made(by=who, **person), receiver=receiver, needs=needs, consent=form.consent,
            note=note, source=source, sender=sender, by=who,
        )  # fmt: skip
        request.session[ASKED] = str(made.receiver)
        return f"We asked {receiver}."

    to = "/alliance/referrals/" if sender else "/support/asked/"
    title = "Ask for help" if user is None else "Send somebody to a partner"
    return ask(request, form, do, title=title, button="Ask them", back=("/support/", "Get help to be online"), to=to)


@require_safe
@never_cache
def asked(request):
    receiver = request.session.get(ASKED)
    if not receiver:
        return redirect("alliance:find")
    return render(request, "referrals/asked.html", {"receiver": receiver})


@require_safe
@never_cache
def own(request):
    """A partner's referrals, to them and from them; an officer's own."""
    user = _signed_in(request)
    if user is None:
        return redirect_to_login(request.get_full_path(), "/sign-in/")
    partner = partner_of(user)
    if partner is None and user.kind != "officer":
        raise PermissionDenied("This page is for the organisations of the alliance.")
    page = Paginator(policy.visible_to(user), 50).get_page(request.GET.get("page"))
    context = {"page": page, "partner": partner, "needs": needs.BY_SLUG}
    return _page(request, "own", context)


@require_safe
@never_cache
def referral(request, number):
    user, found = _one(request, number)
    return _page(request, "referral", {"referral": found, "steps": _steps(user, found), "needs": needs.BY_SLUG,
                                       "words": rules.WORDS})  # fmt: skip


@both
@never_cache
def step(request, number, name):
    user, found = _one(request, number)
    name = name.replace("-", "_")
    if name not in rules.STEPS or name not in _allowed(user, found):
        raise Http404(name)
    form = {"reject": forms.ReasonForm, "withdraw": forms.ReasonForm, "give_outcome": forms.OutcomeForm,
            "close": forms.OutcomeForm}.get(name)  # fmt: skip
    if name == "reroute":
        form = partial(forms.RerouteForm, referral=found)
    if name == "accept":
        if request.method == "POST":
            try:
                actions.step(referral=found, name=name, by=user)
                messages.success(request, "Accepted. We told them that you will get in touch.")
            except Refused as refused:
                messages.error(request, str(refused))
        return redirect("referrals:referral", found.pk)
    if name == "close":
        form = partial(form, initial={"outcome": found.outcome, "note": found.outcome_note})

    def do(**answers):
        actions.step(referral=found, name=name, by=user, **answers)
        return "Saved. We told them."

    return ask(request, form(request.POST or None), do, title=rules.WORDS[name],
               back=(f"/alliance/referrals/{found.pk}/", "The referral"))  # fmt: skip


@require_safe
@never_cache
def work(request):
    """The team's page: numbers, and not whose they are."""
    _team(request)
    return _page(request, "work", counting.page(timezone.localdate()))


@require_safe
@never_cache
def calls(request):
    _team(request)
    due = Call.objects.filter(ring_back_on__isnull=False, rung_back_at=None).select_related("person")
    latest = Call.objects.select_related("person", "by")[:30]
    context = {"due": due.order_by("ring_back_on", "pk"), "latest": latest, "today": timezone.localdate()}
    return _page(request, "calls", context)


@both
@never_cache
def call(request, number=None):
    """Log a call; with a number, the one on which we ring somebody back."""
    user = _team(request)
    answers = Call.objects.filter(pk=number).select_related("person").first()
    if number and answers is None:
        raise Http404(number)
    known = answers.person if answers else None
    initial = {"needs": answers.needs} if answers else {}
    if known:
        initial |= {name: getattr(known, name) for name in ("name", "email", "phone", "postcode")}
    form = forms.CallForm(request.POST or None, initial=initial)

    def do(needs, outcome, ring_back_on, note, **said):
        person = known
        if person is None and said["name"]:
            person = persons.found_or_made(by=user, **said)
        actions.log_call(
            outcome=outcome, needs=needs, note=note, person=person, ring_back_on=ring_back_on, answers=answers, by=user
        )
        return "The call is in the log."

    return ask(request, form, do, title="Ring back" if answers else "Log a call", back=("/work/helpline/", "Helpline"))


def _signed_in(request):
    """A partner's user, an officer with a second factor, or None."""
    if not request.user.is_authenticated:
        return None
    return request.user if request.user.kind == "partner" else officer(request)


def _one(request, number):
    user = _signed_in(request)
    found = policy.visible_to(user).filter(pk=number).first() if user else None
    if found is None:
        raise Http404(number)
    return user, found


def _allowed(user, found) -> list[str]:
    """What they may ever do with it; whether now, the action says."""
    partner = partner_of(user)
    receives = partner is not None and found.receiver_id == partner.pk
    sent = (partner is not None and found.sender_id == partner.pk) or found.made_by_id == user.pk
    return [*(rules.THEIRS if receives else ()), *(["withdraw"] if sent else ())]


def _steps(user, found) -> list[str]:
    may = _allowed(user, found)
    return [name for name in rules.steps(found.state, receives=True, sent=True) if name in may]


def _team(request):
    user = officer(request)
    if user is None or not runs_it(user):
        raise PermissionDenied("Only the team that runs the alliance can open this page.")
    return user


def _page(request, name, context):
    context |= {"product_name": "alliance", "notices": list(messages.get_messages(request)),
                "layout": asking.layout(request)}  # fmt: skip
    return render(request, f"referrals/{name}.html", context)
