"""/work/measures/: typing numbers, publishing measures, changing what they aim at."""

from django.http import Http404
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from borough.programme.work import asked, asks, manager, page, writer
from borough.programme.workstreams import policy

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


@asks
@never_cache
def type_in(request, key):
    figure = queries.measure(key)
    if not policy.may_write(writer(request), figure.published.workstream) or not figure.published.typed:
        raise Http404(key)
    form = forms.ReadingForm(request.POST or None, initial={"source": figure.source})
    return _asked(request, "type", form, actions.type_in, {"measure": figure.published}, {"figure": figure})


@asks
@never_cache
def revise(request, key):
    manager(request)
    figure = queries.measure(key)
    initial = {name: getattr(figure.published, name) for name in forms.FactsForm.base_fields}
    form = forms.ReviseForm(request.POST or None, initial=initial)
    return _asked(request, "revise", form, actions.revise, {"measure": figure.published}, {"figure": figure})


@asks
@never_cache
def publish_counted(request):
    manager(request)
    choices = [(one.key, one.title) for one in queries.unpublished()]
    form = forms.CountedForm(request.POST or None, choices=choices)
    return _asked(request, "publish_counted", form, actions.publish, {}, {})


@asks
@never_cache
def publish_typed(request):
    manager(request)
    form = forms.TypedForm(request.POST or None)
    return _asked(request, "publish_typed", form, actions.publish, {"typed": True, "every": 92}, {})


def _asked(request, name, form, action, given, context):
    here = reverse("figures:work")
    context |= {"back": {"href": here, "text": "Measures"}}
    return asked(request, f"figures/{name}.html", form, action, here, given=given, context=context)
