"""/work/skills/: an officer's own digital skills; a team's totals for its manager."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from borough.foundations.people import queries as people
from borough.foundations.people.second_factor import officer

from . import actions, forms, queries
from .models import Answer
from .tasks import PARTS, ROLE_PARTS, TASKS

asked = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@never_cache
def own(request):
    user = _officer(request)
    context = queries.own(user) | {"tasks": TASKS, "total": len(TASKS), "manages": people.managed_by(user)}
    return _page(request, "own", context)


@asked
@never_cache
def answer(request):
    """One page of questions; all may be left out, none is needed."""
    user = _officer(request)
    given = queries.own(user)["answers"]
    typed = {task: (one.can, one.helps) for task, one in given.items()}
    errors = {}
    if request.method == "POST":
        chosen = {task: request.POST.get(task, "") for task in TASKS}
        typed = {task: (can, f"{task}-helps" in request.POST) for task, can in chosen.items() if can}
        try:
            actions.answer(answers=typed, by=user)
        except actions.Refused as refused:
            errors[refused.field] = str(refused)
        else:
            messages.success(request, "Saved. Only you see it.")
            return redirect("skills:own")
    context = {"parts": PARTS, "role_parts": ROLE_PARTS, "cans": Answer.Can.choices, "typed": typed, "errors": errors}
    return _page(request, "answer", context)


@asked
@never_cache
def list_me(request):
    user = _officer(request)
    profile = queries.own(user)["profile"]
    initial = {"listed": profile.listed, "place": profile.place} if profile else {}
    return _asked(request, "list_me", forms.ListMeForm(request.POST or None, initial=initial), actions.list_me)


@asked
@never_cache
def taken(request):
    _officer(request)
    return _asked(request, "taken", forms.TakenForm(request.POST or None), actions.take)


@asked
@never_cache
def seen(request):
    user = _officer(request)
    return _asked(request, "seen", forms.SeenForm(request.POST or None, user=user), actions.see)


@asked
@never_cache
def course(request):
    user = _officer(request)
    if not people.is_manager(user):
        raise PermissionDenied("Only managers add courses.")
    return _asked(request, "course", forms.CourseForm(request.POST or None), actions.offer)


@asked
@never_cache
def forget(request):
    user = _officer(request)
    if request.method == "POST":
        actions.forget(by=user)
        messages.success(request, "All that you said is deleted.")
        return redirect("skills:own")
    return _page(request, "forget", {})


@require_safe
@never_cache
def champions(request):
    _officer(request)
    task, place = request.GET.get("task", ""), request.GET.get("place", "")[:80].replace("\0", "")
    task = task if task in TASKS else ""
    context = {"champions": queries.champions(task, place), "task": task, "place": place, "tasks": TASKS}
    return _page(request, "champions", context | {"places": queries.places()})


@require_safe
@never_cache
def team(request, slug):
    found = people.managed_by(_officer(request)).filter(slug=slug).first()
    if found is None:
        raise Http404(slug)
    return _page(request, "team", {"team": found, "totals": queries.team(found)})


def _officer(request):
    user = officer(request)
    if user is None:
        raise PermissionDenied("Only officers can open this page.")
    return user


def _asked(request, name, form, action):
    if form.is_valid():
        try:
            action(**form.cleaned_data, by=request.user)
        except actions.Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, str(refused))
        else:
            messages.success(request, "Saved.")
            return redirect("skills:own")
    return _page(request, name, {"form": form})


def _page(request, name, context):
    notices = list(messages.get_messages(request))
    return render(request, f"skills/{name}.html", {"product_name": "skills", "notices": notices} | context)
