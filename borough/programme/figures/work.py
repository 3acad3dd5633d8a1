"""/work/measures/: typing numbers, publishing measures, changing what they aim at."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from borough.programme.workstreams import policy
from borough.programme.workstreams.actions import Refused
from borough.programme.workstreams.views import page, writer

from . import actions, forms, queries


@require_safe
@never_cache
def measures(request):
    """Those of the workstreams this officer may write of; what needs somebody first."""
    user = writer(request)
    mine = None if policy.manages(user) else set(user.leading.values_list("pk", flat=True))
    found = [one for one in queries.measures() if mine is None or one.published.workstream_id in mine]
    found.sort(key=lambda one: one.fresh.kind in ("fresh", "unknown"))
    return page(request, "figures/work.html", {"figures": found, "manages": policy.manages(user)})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def type_in(request, key):
    figure = queries.measure(key)
    if not policy.may_write(writer(request), figure.published.workstream) or not figure.published.typed:
        raise Http404(key)
    form = forms.ReadingForm(request.POST or None, initial={"source": figure.source})
    return _asked(request, "type", form, actions.type_in, {"measure": figure.published}, {"figure": figure})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def revise(request, key):
    _manager(request)
    figure = queries.measure(key)
    initial = {name: getattr(figure.published, name) for name in forms.FactsForm.base_fields}
    initial |= {name: forms.MaybeDay.prepare_value(None, initial[name]) for name in ("baseline_on", "target_on")}
    form = forms.ReviseForm(request.POST or None, initial=initial)
    return _asked(request, "revise", form, actions.revise, {"measure": figure.published}, {"figure": figure})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def publish_counted(request):
    _manager(request)
    choices = [(one.key, one.title) for one in queries.unpublished()]
    form = forms.CountedForm(request.POST or None, choices=choices)
    return _asked(request, "publish_counted", form, actions.publish, {}, {})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def publish_typed(request):
    _manager(request)
    form = forms.TypedForm(request.POST or None)
    return _asked(request, "publish_typed", form, actions.publish, {"typed": True, "every": 92}, {})


def _manager(request):
    if not policy.manages(writer(request)):
        raise PermissionDenied("Only programme managers can open this page.")


def _asked(request, name, form, action, given, context):
    if form.is_valid():
        try:
            action(**given, **form.cleaned_data, by=request.user)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, str(refused))
        else:
            messages.success(request, "Saved. It is on the public page now.")
            return redirect("figures:work")
    return page(request, f"figures/{name}.html", {"form": form} | context)
