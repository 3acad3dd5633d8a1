"""You said, we did."""

from django import forms
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from borough.foundations.openly import as_json, openly
from borough.foundations.people.forms.fields import Text
from borough.programme.stamps import page
from borough.programme.work import asked, asks, manager
from borough.programme.work import page as work_page

from . import actions, queries
from .models import Reply


class TakeDownForm(forms.Form):
    reason = Text(called="why it is taken down", max_length=300)


@require_safe
@page(also=queries.numbers)
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
def answers(request):
    manager(request)
    return work_page(request, "feedback/work.html", {"replies": queries.shown()[:50], "service": queries.SERVICE})


@asks
@never_cache
def take_down(request, pk):
    manager(request)
    reply = get_object_or_404(Reply, pk=pk, taken_down_at=None)
    here = reverse("feedback:work")
    context = {"reply": reply, "back": {"href": here, "text": "You said, we did"}}
    form = TakeDownForm(request.POST or None)
    return asked(request, "feedback/take_down.html", form, actions.take_down, here, given={"reply": reply},
                 context=context, said="It is shown no more.")  # fmt: skip
