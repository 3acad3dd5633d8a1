"""/work/alliance/ for the team that runs it, /alliance/ for the people of a partner."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from borough.communities import asking
from borough.foundations.people.second_factor import officer

from . import actions, forms, policy, rules
from .languages import NAMES
from .models import Champion
from .needs import BY_SLUG

both = require_http_methods(["GET", "HEAD", "POST"])
ask = partial(asking.asked, product="alliance")


@require_safe
@never_cache
def work(request):
    user = _team(request)
    today = timezone.localdate()
    partners = policy.partners(user).filter(left_on=None).prefetch_related("sites", "supports", "champions")
    rows = [(one, sum(_helps(champion, today) for champion in one.champions.all())) for one in partners]
    old = [s for one in partners for s in one.supports.all() if not rules.is_assured(s.assured_on, today)]
    return _page(request, "work", {"rows": rows, "old": len(old)})


@both
@never_cache
def join(request):
    user = _team(request)
    form = forms.JoinForm(request.POST or None)

    def do(**answers):
        return f"{actions.join(by=user, **answers)} is in the alliance."

    return ask(request, form, do, title="A new partner", back=("/work/alliance/", "Alliance"))


@require_safe
@never_cache
def champions(request):
    user = _team(request)
    today = timezone.localdate()
    rows = [(one, _helps(one, today)) for one in policy.champions(user).filter(left_on=None).prefetch_related("wards")]
    return _page(request, "champions", {"rows": rows, "languages": NAMES})


@both
@never_cache
def champion(request, number):
    user = _team(request)
    found = _one(policy.champions(user), number)
    names = ("name", "email", "phone", "trained_on", "checked_on", "available", "languages", "left_on")
    initial = {name: getattr(found, name) for name in names} | {"wards": found.wards.all()}
    form = forms.ChampionChangeForm(request.POST or None, initial=initial)

    def do(**answers):
        actions.change_champion(champion=found, by=user, **answers)
        return "Saved."

    back = ("/work/alliance/champions/", "Digital champions")
    return ask(request, form, do, title=found.name, back=back)


@require_safe
@never_cache
def own(request):
    """Where somebody of a partner begins: their own organisation."""
    user = _anybody(request)
    if user is None:
        return redirect_to_login(request.get_full_path(), "/sign-in/")
    if partner := policy.partner_of(user):
        return redirect("alliance:partner", partner.pk)
    if policy.runs_it(user):
        return redirect("alliance:work")
    raise PermissionDenied("This page is for the organisations of the alliance.")


def partners_page(view):
    """A page of one partner, for its people and the team; anybody else is sent away."""

    @never_cache
    def seen(request, number, **kwargs):
        user = _anybody(request)
        if user is None:
            return redirect_to_login(request.get_full_path(), "/sign-in/")
        partner = _one(policy.partners(user).filter(left_on=None), number)
        return view(request, user, partner, **kwargs)

    return seen


@require_safe
@partners_page
def partner(request, user, partner):
    today = timezone.localdate()
    supports = [(s, rules.is_assured(s.assured_on, today)) for s in partner.supports.prefetch_related("places__site")]
    helpers = [(one, _helps(one, today)) for one in partner.champions.filter(left_on=None)]
    context = {"partner": partner, "supports": supports, "champions": helpers, "sites": partner.sites.all(),
               "team": policy.runs_it(user), "needs": BY_SLUG}  # fmt: skip
    return _page(request, "partner", context)


@both
@partners_page
def describe(request, user, partner):
    initial = {name: getattr(partner, name) for name in ("about", "email", "phone", "website")}
    form = forms.PartnerForm(request.POST or None, initial=initial)

    def do(**answers):
        actions.describe(partner=partner, by=user, **answers)
        return "Saved."

    return ask(request, form, do, title="About you", back=_back(partner))


@both
@partners_page
def add_site(request, user, partner):
    def do(**answers):
        return f"{actions.add_site(partner=partner, by=user, **answers)} is added."

    return ask(request, forms.SiteForm(request.POST or None), do, title="A place where you help", back=_back(partner))


@both
@partners_page
def add_support(request, user, partner):
    form = forms.SupportForm(request.POST or None, partner=partner)

    def do(**answers):
        return f"{actions.offer(partner=partner, by=user, **answers)} is in the directory."

    return ask(request, form, do, title="How you help", back=_back(partner))


@both
@partners_page
def change_support(request, user, partner, support):
    found = _one(partner.supports, support)
    names = ("name", "description", "needs", "languages", "how", "cost", "status")
    initial = {name: getattr(found, name) for name in names}
    initial["sites"] = [str(place.site_id) for place in found.places.all()]
    form = forms.SupportForm(request.POST or None, partner=partner, initial=initial)

    def do(**answers):
        actions.offer(partner=partner, support=found, by=user, **answers)
        return "Saved."

    return ask(request, form, do, title="How you help", back=_back(partner))


@require_POST
@partners_page
def assure(request, user, partner, support):
    found = actions.assure(support=_one(partner.supports, support), by=user)
    messages.success(request, f"Thank you. {found} says that it was looked at today.")
    return redirect(_back(partner)[0])


@both
@partners_page
def hours(request, user, partner, support):
    found = _one(partner.supports, support)

    def do(**answers):
        actions.open_on(by=user, **answers)
        return "Saved."

    form = forms.HoursForm(request.POST or None, support=found)
    return ask(request, form, do, title=f"When is {found} open?", back=_back(partner))


@both
@partners_page
def add_champion(request, user, partner):
    form = forms.ChampionForm(request.POST or None)

    def do(**answers):
        return f"{actions.add_champion(partner=partner, by=user, **answers)} is a champion now."

    return ask(request, form, do, title="A new digital champion", back=_back(partner))


def _helps(champion: Champion, day) -> bool:
    return rules.may_help(
        trained_on=champion.trained_on, checked_on=champion.checked_on, left_on=champion.left_on, day=day
    )


def _back(partner):
    return f"/alliance/{partner.pk}/", partner.name


def _one(rows, number):
    found = rows.filter(pk=number).first()
    if found is None:
        raise Http404(number)
    return found


def _anybody(request):
    """An officer with a second factor, or somebody of a partner; None for whoever has to sign in."""
    if not request.user.is_authenticated:
        return None
    return request.user if request.user.kind == "partner" else officer(request)


def _team(request):
    user = officer(request)
    if user is None or not policy.runs_it(user):
        raise PermissionDenied("Only the team that runs the alliance can open this page.")
    return user


def _page(request, name, context):
    context |= {
        "product_name": "alliance",
        "notices": list(messages.get_messages(request)),
        "layout": asking.layout(request),
    }
    return render(request, f"alliance/{name}.html", context)
