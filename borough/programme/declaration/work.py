"""/work/declaration/ and /work/standard/: where evidence is gathered."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from borough.forms import keepers
from borough.programme.performance.actions import may_cost as keeps
from borough.programme.performance.queries import service
from borough.programme.workstreams import policy
from borough.programme.workstreams.actions import Refused
from borough.programme.workstreams.views import page, writer

from . import actions, forms, queries
from .models import Evidence, Project

asked = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@never_cache
def declaration(request):
    _manager(request)
    return page(request, "declaration/work.html", queries.declared())


@asked
@never_cache
def evidence(request):
    _manager(request)
    return _asked(request, "Show what a principle came to", forms.EvidenceForm, actions.show)


@asked
@never_cache
def withdraw(request, pk):
    _manager(request)
    found = get_object_or_404(Evidence, pk=pk, withdrawn_because="")
    return _asked(request, f"“{found.title}” no longer holds", forms.WithdrawForm, actions.withdraw, evidence=found)


@asked
@never_cache
def project(request):
    _manager(request)
    return _asked(request, "Begin a declaration project", forms.ProjectForm, actions.begin)


@asked
@never_cache
def status(request, pk):
    _manager(request)
    found = get_object_or_404(Project, pk=pk)
    return _asked(request, f"How “{found.title}” is going", forms.ProjectStatusForm, actions.set_status, project=found)


@asked
@never_cache
def sign(request):
    _manager(request)
    return _asked(request, "Sign the statement of a year", forms.StatementForm, actions.state)


@asked
@never_cache
def assess(request, slug):
    user, found = keepers.keeper(request), service(slug)
    if not keeps(user, found):
        raise Http404(slug)
    there = reverse("declaration:standard", args=[slug])
    return _asked(request, f"The Service Standard: {found.title}", forms.AssessmentForm, actions.assess, there,
                  form=found)  # fmt: skip


def _manager(request):
    if not policy.manages(writer(request)):
        raise PermissionDenied("Only programme managers can open this page.")


def _asked(request, title, kind, action, there="", **given):
    form = kind(request.POST or None)
    if form.is_valid():
        try:
            action(**given, **form.cleaned_data, by=request.user)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, str(refused))
        else:
            messages.success(request, "Saved. It is on the public page now.")
            return redirect(there or "declaration:work")
    back = there or reverse("declaration:work")
    return page(request, "declaration/asking.html", {"form": form, "title": title, "back": back})
