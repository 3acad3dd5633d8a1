"""/work/performance/ and /work/stages/: what only officers know of a service."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from borough.forms import keepers
from borough.programme.workstreams import policy
from borough.programme.workstreams.actions import Refused
from borough.programme.workstreams.views import page, writer

from . import actions, forms, queries
from .models import Channel


@require_safe
@never_cache
def costs(request, slug):
    form = _service(request, slug)
    context = {"service": form, "costs": queries.channel_costs(slug), "elsewhere": queries.counts_elsewhere(slug)}
    return page(request, "performance/costs.html", context | {"channels": dict(Channel.choices)})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def cost(request, slug):
    service = _service(request, slug)
    form = forms.CostForm(request.POST or None)
    return _asked(request, "cost", form, actions.set_cost, {"form": service}, redirect("performance:costs", slug))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def elsewhere(request, slug):
    service = _service(request, slug)
    form = forms.ElsewhereForm(request.POST or None)
    there = redirect("performance:costs", slug)
    return _asked(request, "elsewhere", form, actions.count_elsewhere, {"form": service}, there)


@require_safe
@never_cache
def stages(request):
    _manager(request)
    return page(request, "performance/stages.html", {"planned": queries.planned()})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def stage(request):
    _manager(request)
    known = next((one for one in queries.planned() if one.key == request.GET.get("key")), None)
    initial = {"key": known.key, "title": known.title, "directorate": known.directorate.slug} if known else {}
    form = forms.StageForm(request.POST or None, initial=initial)
    return _asked(request, "stage", form, actions.set_stage, {}, redirect("performance:stages"))


def _service(request, slug):
    """The service, if they may say what it costs; to anybody else it is not there."""
    user, form = keepers.keeper(request), queries.service(slug)
    if not actions.may_cost(user, form):
        raise Http404(slug)
    return form


def _manager(request):
    if not policy.manages(writer(request)):
        raise PermissionDenied("Only programme managers can open this page.")


def _asked(request, name, form, action, given, there):
    if form.is_valid():
        try:
            action(**given, **form.cleaned_data, by=request.user)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, str(refused))
        else:
            messages.success(request, "Saved. It is on the public page now.")
            return there
    return page(request, f"performance/{name}.html", {"form": form, "service": given.get("form")})
