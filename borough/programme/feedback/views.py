"""You said, we did."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from borough.foundations.people.forms.fields import Text
from borough.programme.openly import as_json, openly
from borough.programme.stamps import page
from borough.programme.workstreams import policy
from borough.programme.workstreams.actions import Refused
from borough.programme.workstreams.views import page as work_page
from borough.programme.workstreams.views import writer

from . import actions, queries
from .models import Reply


class TakeDownForm(forms.Form):
    reason = Text(called="why it is taken down", max_length=300)


@require_safe
@page
def replies(request):
    return render(request, "feedback/replies.html", queries.page(request.GET) | {"service": queries.SERVICE})


@require_safe
@openly
def replies_json(request):
    rows = [
        {"day": one.at.date(), "about": one.about, "workstream": one.workstream, "said": one.said, "did": one.did}
        for one in queries.shown()
    ]
    return as_json({"numbers": queries.numbers(), "replies": rows})


@require_safe
@never_cache
def work(request):
    _manager(request)
    return work_page(request, "feedback/work.html", {"replies": queries.shown()[:50], "service": queries.SERVICE})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def take_down(request, pk):
    _manager(request)
    reply = get_object_or_404(Reply, pk=pk, taken_down_at=None)
    form = TakeDownForm(request.POST or None)
    if form.is_valid():
        try:
            actions.take_down(reply=reply, by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(refused.field, str(refused))
        else:
            messages.success(request, "It is shown no more.")
            return redirect("feedback:work")
    return work_page(request, "feedback/take_down.html", {"form": form, "reply": reply})


def _manager(request):
    if not policy.manages(writer(request)):
        raise PermissionDenied("Only programme managers can open this page.")
