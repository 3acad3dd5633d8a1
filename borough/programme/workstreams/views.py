"""/work/programme/: where leads and programme managers tell of their workstreams."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from borough.foundations.people.second_factor import officer
from borough.programme.work import asked, asks, manager, page, writer

from . import actions, forms, policy, queries
from .models import Milestone


@require_safe
@never_cache
def mine(request):
    user = officer(request)
    if user is None:
        raise PermissionDenied("Only officers can open this page.")
    context = {"standings": queries.written_by(user), "manages": policy.manages(user)}
    return page(request, "workstreams/mine.html", context)


@asks
@never_cache
def begin(request):
    manager(request)
    form = forms.BeginForm(request.POST if request.method == "POST" else None)
    back = {"href": reverse("workstreams:mine"), "text": "Programme"}
    said = "It has begun. Say who leads it, and how it stands."
    return asked(request, "workstreams/begin.html", form, actions.begin, _its_page, context={"back": back}, said=said)


def _its_page(workstream) -> str:
    return reverse("workstreams:work", args=[workstream.key])


@require_safe
@never_cache
def workstream(request, key):
    standing = _mine(request, key)
    context = {"standing": standing, "story": queries.story(standing.workstream), "parts": actions.PARTS}
    return page(request, "workstreams/work.html", context | {"manages": policy.manages(request.user)})


@asks
@never_cache
def status(request, key):
    standing = _mine(request, key)
    return _asked(request, "status", forms.StatusForm, actions.change_status, standing)


@asks
@never_cache
def update(request, key):
    return _asked(request, "update", forms.UpdateForm, actions.write_update, _mine(request, key))


@asks
@never_cache
def plan(request, key):
    return _asked(request, "plan", forms.PlanForm, actions.plan, _mine(request, key))


@asks
@never_cache
def reword(request, key):
    standing = _managed(request, key)
    part = request.GET.get("part")
    initial = {"part": part, "words": getattr(standing.workstream, part)} if part in actions.PARTS else {}
    return _asked(request, "reword", forms.RewordForm, actions.reword, standing, initial=initial)


@asks
@never_cache
def leads(request, key):
    standing = _managed(request, key)
    initial = {"leads": list(standing.workstream.leads.values_list("pk", flat=True))}
    return _asked(request, "leads", forms.LeadsForm, actions.set_leads, standing, initial=initial)


@asks
@never_cache
def forecast(request, key, pk):
    standing, milestone = _milestone(request, key, pk)
    return _asked(request, "forecast", forms.ForecastForm, actions.forecast, standing, milestone=milestone)


@asks
@never_cache
def reach(request, key, pk):
    standing, milestone = _milestone(request, key, pk)
    return _asked(request, "reach", forms.ReachForm, actions.reach, standing, milestone=milestone)


def _mine(request, key):
    """The workstream, if they may write of it; to anybody else it is not there."""
    user, standing = writer(request), queries.standing(key)
    if not policy.may_write(user, standing.workstream):
        raise Http404(key)
    return standing


def _managed(request, key):
    manager(request)
    return queries.standing(key)


def _milestone(request, key, pk):
    standing = _mine(request, key)
    return standing, get_object_or_404(Milestone.objects.select_related("workstream"), workstream__key=key, pk=pk)


def _asked(request, name, kind, action, standing, *, milestone=None, initial=None):
    form = kind(request.POST if request.method == "POST" else None, initial=initial)
    given = {"milestone": milestone} if milestone else {"workstream": standing.workstream}
    here = _its_page(standing.workstream)
    context = {"standing": standing, "milestone": milestone, "back": {"href": here, "text": standing.workstream.title}}
    return asked(request, f"workstreams/{name}.html", form, action, here, given=given, context=context)
