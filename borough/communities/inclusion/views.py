"""/alliance/people/…/included/ for whoever helps somebody; /work/inclusion/ for the borough's line."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from borough.communities import asking
from borough.communities.alliance.policy import partner_of, runs_it
from borough.communities.learning import policy
from borough.communities.learning.views import signed_in
from borough.foundations.people.second_factor import officer

from . import actions, forms, queries, rules
from .models import Risk


@require_safe
@signed_in
def person(request, user, person):
    found = _person(user, person)
    context = {"person": found, "standing": queries.standing(found), "stages": rules.STAGES,
               "product_name": "alliance", "layout": asking.layout(request)}  # fmt: skip
    return render(request, "inclusion/person.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def has(request, user, person):
    found = _person(user, person)
    back = (f"/alliance/people/{found.pk}/included/", str(found))

    @transaction.atomic
    def do(own, enough, affordable, evidence):
        common = {"person": found, "evidence": evidence, "partner": partner_of(user), "by": user}
        actions.state(kind="device", own=own, **common)
        actions.state(kind="connection", enough=enough, affordable=affordable, **common)
        return "Saved."

    form = forms.HasForm(request.POST or None)
    return asking.asked(request, form, do, title=f"What does {found} have?", back=back, product="alliance")


@require_safe
@never_cache
def line(request):
    user = officer(request)
    if user is None or not runs_it(user):
        raise PermissionDenied("Only the team that runs the alliance can open this page.")
    day = timezone.localdate()
    context = queries.line(day) | {"stages": queries.stages(day), "not_reached": queries.not_reached(),
                                   "risks": Risk.objects.all()[:20], "product_name": "alliance"}  # fmt: skip
    return render(request, "inclusion/line.html", context)


def _person(user, number):
    found = policy.people(user).filter(pk=number).first()
    if found is None:
        raise Http404(number)
    return found
