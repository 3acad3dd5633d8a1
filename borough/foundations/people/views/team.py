"""/work/team/: who works in the team, and the manager's forms for joiners, movers, leavers and absence."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from .. import actions, queries, rules, second_factor
from ..forms import team as forms
from ..models import Absence, Membership, Team

TITLES = {
    "role": "Change a role",
    "move": "Move to another team",
    "leave": "Leaving the council",
    "absence": "Record an absence",
}


def officers_only(view):
    """The middleware asks for the second factor; this asks that they are an officer at all."""

    def checked(request, *args, **kwargs):
        if not second_factor.officer(request):
            raise PermissionDenied("Only officers can open this page.")
        return view(request, *args, **kwargs)

    return checked


@require_safe
@officers_only
def teams(request):
    today = timezone.localdate()
    seen = Team.objects.all() if request.user.is_superuser else queries.teams_of(request.user)
    managed = set(queries.managed_by(request.user).values_list("pk", flat=True))
    rows = [
        {"team": team, "members": queries.members_and_absences(team, today), "manages": team.pk in managed}
        for team in seen.select_related("directorate")
    ]
    return render(request, "people/team.html", {"rows": rows, "today": today})


@require_http_methods(["GET", "POST"])
@officers_only
def join(request, slug):
    team = _managed(request, slug)
    form = forms.Join(request.POST if request.method == "POST" else None)
    if form.is_valid() and _done(form, actions.invite, team=team, by=request.user, **form.cleaned_data):
        return redirect("team")
    return render(request, "people/join.html", {"form": form, "team": team})


@require_http_methods(["GET", "POST"])
@officers_only
def role(request, slug, pk):
    team, member = _member(request, slug, pk)
    form = forms.Role(request.POST if request.method == "POST" else None, initial={"role": member.role})
    if form.is_valid() and _done(
        form, actions.change_role, user=member.user, team=team, by=request.user, **form.cleaned_data
    ):
        return redirect("team")
    return _page(request, "role", form, member)


@require_http_methods(["GET", "POST"])
@officers_only
def move(request, slug, pk):
    team, member = _member(request, slug, pk)
    form = forms.Move(request.POST if request.method == "POST" else None, user=member.user)
    if form.is_valid() and _done(form, actions.move, user=member.user, team=team, by=request.user, **form.cleaned_data):
        return redirect("team")
    return _page(request, "move", form, member)


@require_http_methods(["GET", "POST"])
@officers_only
def leave(request, slug, pk):
    _, member = _member(request, slug, pk)
    if not rules.may_let_go(request.user, member.user):
        raise PermissionDenied("Ask an administrator to do this.")
    form = forms.Leave(request.POST if request.method == "POST" else None, user=member.user)
    if form.is_valid() and _done(form, actions.leave, user=member.user, by=request.user, **form.cleaned_data):
        return redirect("team")
    return _page(request, "leave", form, member)


@require_http_methods(["GET", "POST"])
@officers_only
def absence(request, slug, pk):
    member = get_object_or_404(Membership.objects.select_related("user", "team"), team__slug=slug, user_id=pk)
    if not rules.may_record_absence(request.user, member.user):
        raise Http404
    form = forms.Absence(request.POST if request.method == "POST" else None, user=member.user)
    if form.is_valid() and _done(form, actions.absence, user=member.user, by=request.user, **form.cleaned_data):
        return redirect("team")
    return _page(request, "absence", form, member)


@require_POST
@officers_only
def back(request, pk):
    away = get_object_or_404(Absence, pk=pk)
    if not rules.may_record_absence(request.user, away.user):
        raise Http404
    actions.back(absence=away, by=request.user)
    return redirect("team")


def _managed(request, slug) -> Team:
    """The team, if this officer manages it; to anybody else it is not there."""
    return get_object_or_404(queries.managed_by(request.user), slug=slug)


def _member(request, slug, pk):
    team = _managed(request, slug)
    member = get_object_or_404(Membership.objects.select_related("user", "team"), team=team, user_id=pk)
    if member.user == request.user:
        raise PermissionDenied("Nobody changes their own role. Ask another manager.")
    return team, member


def _done(form, action, **given) -> bool:
    """Do it. What is refused becomes the form's error."""
    try:
        action(**given)
    except actions.Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _page(request, kind, form, member):
    return render(request, f"people/{kind}.html", {"form": form, "member": member, "title": TITLES[kind]})
