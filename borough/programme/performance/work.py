"""/work/performance/ and /work/stages/: what only officers know of a service."""

from django.http import Http404
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from borough.forms import keepers
from borough.programme.work import asked, asks, manager, page

from . import actions, forms, queries
from .models import Channel


@require_safe
@never_cache
def costs(request, slug):
    form = _service(request, slug)
    context = {"service": form, "costs": queries.channel_costs(slug), "elsewhere": queries.counts_elsewhere(slug)}
    return page(request, "performance/costs.html", context | {"channels": dict(Channel.choices)})


@asks
@never_cache
def cost(request, slug):
    service = _service(request, slug)
    return _of_service(request, "cost", forms.CostForm(request.POST or None), actions.set_cost, service)


@asks
@never_cache
def elsewhere(request, slug):
    service = _service(request, slug)
    return _of_service(
        request, "elsewhere", forms.ElsewhereForm(request.POST or None), actions.count_elsewhere, service
    )


@require_safe
@never_cache
def stages(request):
    manager(request)
    return page(request, "performance/stages.html", {"planned": queries.planned()})


@asks
@never_cache
def stage(request):
    manager(request)
    known = next((one for one in queries.planned() if one.key == request.GET.get("key")), None)
    initial = {"key": known.key, "title": known.title, "directorate": known.directorate.slug} if known else {}
    form = forms.StageForm(request.POST or None, initial=initial)
    here = reverse("performance:stages")
    context = {"back": {"href": here, "text": "Services to come"}}
    return asked(request, "performance/stage.html", form, actions.set_stage, here, context=context)


def _service(request, slug):
    """The service, if they may say what it costs; to anybody else it is not there."""
    user, form = keepers.keeper(request), queries.service(slug)
    if not actions.may_cost(user, form):
        raise Http404(slug)
    return form


def _of_service(request, name, form, action, service):
    here = reverse("performance:costs", args=[service.slug])
    context = {"back": {"href": here, "text": service.title}}
    return asked(request, f"performance/{name}.html", form, action, here, given={"form": service}, context=context)
