"""/work/programme/: where leads and programme managers tell of their workstreams."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from borough.foundations.people.second_factor import officer

from . import actions, forms, policy, queries
from .models import Milestone

PRODUCT = "programme"


@require_safe
@never_cache
def mine(request):
    user = officer(request)
    if user is None:
        raise PermissionDenied("Only officers can open this page.")
    context = {"standings": queries.written_by(user), "manages": policy.manages(user)}
    return page(request, "workstreams/mine.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def begin(request):
    if not policy.manages(writer(request)):
        raise PermissionDenied("Only programme managers can open this page.")
    form = forms.BeginForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            made = actions.begin(**form.cleaned_data, by=request.user)
        except actions.Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, str(refused))
        else:
            messages.success(request, "It has begun. Say who leads it, and how it stands.")
            return redirect("workstreams:work", made.key)
    return page(request, "workstreams/begin.html", {"form": form})


@require_safe
@never_cache
def workstream(request, key):
    standing = _mine(request, key)
    context = {"standing": standing, "story": queries.story(standing.workstream), "parts": actions.PARTS}
    return page(request, "workstreams/work.html", context | {"manages": policy.manages(request.user)})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def status(request, key):
    standing = _mine(request, key)
    return _asked(request, "status", forms.StatusForm, actions.change_status, standing)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def update(request, key):
    return _asked(request, "update", forms.UpdateForm, actions.write_update, _mine(request, key))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def plan(request, key):
    return _asked(request, "plan", forms.PlanForm, actions.plan, _mine(request, key))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def reword(request, key):
    standing = _managed(request, key)
    part = request.GET.get("part")
    initial = {"part": part, "words": getattr(standing.workstream, part)} if part in actions.PARTS else {}
    return _asked(request, "reword", forms.RewordForm, actions.reword, standing, initial=initial)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def leads(request, key):
    standing = _managed(request, key)
    initial = {"leads": list(standing.workstream.leads.values_list("pk", flat=True))}
    return _asked(request, "leads", forms.LeadsForm, actions.set_leads, standing, initial=initial)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def forecast(request, key, pk):
    standing, milestone = _milestone(request, key, pk)
    return _asked(request, "forecast", forms.ForecastForm, actions.forecast, standing, milestone=milestone)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def reach(request, key, pk):
    standing, milestone = _milestone(request, key, pk)
    return _asked(request, "reach", forms.ReachForm, actions.reach, standing, milestone=milestone)


def writer(request):
    """The officer who asks, if they take part in the programme. Raises PermissionDenied."""
    user = officer(request)
    if user is None or not policy.takes_part(user):
        raise PermissionDenied("Only leads of a workstream and programme managers can open this page.")
    return user


def page(request, template, context=None):
    notices = list(messages.get_messages(request))
    return render(request, template, {"product_name": PRODUCT, "notices": notices} | (context or {}))


def _mine(request, key):
    """The workstream, if they may write of it; to anybody else it is not there."""
    user, standing = writer(request), queries.standing(key)
    if not policy.may_write(user, standing.workstream):
        raise Http404(key)
    return standing


def _managed(request, key):
    if not policy.manages(writer(request)):
        raise PermissionDenied("Only programme managers can open this page.")
    return queries.standing(key)


def _milestone(request, key, pk):
    standing = _mine(request, key)
    return standing, get_object_or_404(Milestone.objects.select_related("workstream"), workstream__key=key, pk=pk)


def _asked(request, name, kind, action, standing, *, milestone=None, initial=None):
    """Show the form, or do what it asks; what is refused becomes its error and what was typed stays."""
    form = kind(request.POST if request.method == "POST" else None, initial=initial)
    about = {"milestone": milestone} if milestone else {"workstream": standing.workstream}
    if form.is_valid():
        try:
            action(**about, **form.cleaned_data, by=request.user)
        except actions.Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, str(refused))
        else:
            messages.success(request, "Saved. It is on the public page now.")
            return redirect("workstreams:work", standing.workstream.key)
    context = {"form": form, "standing": standing, "milestone": milestone}
    return page(request, f"workstreams/{name}.html", context)
