"""/work/declaration/ and /work/standard/: where evidence is gathered."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from borough.forms import keepers
from borough.programme.performance.actions import may_cost as keeps
from borough.programme.performance.queries import service
from borough.programme.work import asked, asks, manager, page

from . import actions, forms, queries
from .models import Evidence, Project


@require_safe
@never_cache
def declaration(request):
    manager(request)
    return page(request, "declaration/work.html", queries.declared())


@asks
@never_cache
def evidence(request):
    manager(request)
    return _asked(request, "Show what a principle came to", forms.EvidenceForm, actions.show)


@asks
@never_cache
def withdraw(request, pk):
    manager(request)
    found = get_object_or_404(Evidence, pk=pk, withdrawn_because="")
    return _asked(request, f"“{found.title}” no longer holds", forms.WithdrawForm, actions.withdraw, evidence=found)


@asks
@never_cache
def project(request):
    manager(request)
    return _asked(request, "Begin a declaration project", forms.ProjectForm, actions.begin)


@asks
@never_cache
def status(request, pk):
    manager(request)
    found = get_object_or_404(Project, pk=pk)
    return _asked(request, f"How “{found.title}” is going", forms.ProjectStatusForm, actions.set_status, project=found)


@asks
@never_cache
def sign(request):
    manager(request)
    return _asked(request, "Sign the statement of a year", forms.StatementForm, actions.state)


@asks
@never_cache
def assess(request, slug):
    user, found = keepers.keeper(request), service(slug)
    if not keeps(user, found):
        raise Http404(slug)
    there = reverse("declaration:standard", args=[slug])
    return _asked(request, f"The Service Standard: {found.title}", forms.AssessmentForm, actions.assess, there,
                  form=found)  # fmt: skip


def _asked(request, title, kind, action, there="", **given):
    here = there or reverse("declaration:work")
    context = {"title": title, "back": {"href": here, "text": "Back"}}
    form = kind(request.POST or None)
    return asked(request, "declaration/asking.html", form, action, here, given=given, context=context)
