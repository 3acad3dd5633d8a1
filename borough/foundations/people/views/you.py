"""/you/: one's own account."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from borough.foundations.limits.actions import hit
from borough.foundations.limits.decorators import limited
from borough.foundations.limits.pages import too_many

from .. import actions
from ..enrolment import enrolled
from ..forms.you import Details, NewEmail
from ..sign_in.forms import Code
from ..sign_in.new_address import NewAddress

HOUR = 3600


def residents_only(view):
    """Officers' and partners' names and addresses are changed by those who manage them."""

    def checked(request, *args, **kwargs):
        return view(request, *args, **kwargs) if request.user.kind == "resident" else redirect("you")

    return login_required(checked)


@require_safe
@login_required
def account(request):
    user = request.user
    said = SAID.get(request.GET.get("said"))
    if user.kind == "resident":
        return render(request, "people/you.html", {"person": actions.person_for(user=user, by=user), "said": said})
    memberships = user.memberships.select_related("team").order_by("team__name")
    return render(request, "people/officer.html", {"memberships": memberships, "enrolled": enrolled(user)})


SAID = {"details": "We have kept your changes.", "email": "We have changed your e-mail address."}


@require_http_methods(["GET", "POST"])
@residents_only
def details(request):
    person = actions.person_for(user=request.user, by=request.user)
    form = Details(request.POST if request.method == "POST" else None, initial=vars(person))
    if form.is_valid():
        actions.update(person=person, by=request.user, **form.cleaned_data)
        return redirect_said("details")
    return render(request, "people/details.html", {"form": form})


@require_http_methods(["GET", "POST"])
@limited("new-address", most=60, seconds=HOUR)
@residents_only
def email(request):
    form = NewEmail(request.POST if request.method == "POST" else None, now=request.user.email)
    if form.is_valid():
        if not hit(scope="new-address", who=str(request.user.pk), most=6, seconds=HOUR):
            return too_many(request, seconds=HOUR)
        NewAddress.start(request, form.cleaned_data["email"])
        return redirect("you_email_code")
    return render(request, "people/email.html", {"form": form, "old": request.GET.get("code") == "old"})


@require_http_methods(["GET", "POST"])
@limited("new-address-code", most=60, seconds=HOUR)
@residents_only
def email_code(request):
    change = NewAddress.resume(request)
    if change is None:
        return redirect_old()
    form = Code(request.POST if request.method == "POST" else None, code=change.code)
    if request.method == "POST":
        if form.is_valid():
            return _change(request, change)
        if not change.record_invalid_attempt():
            return redirect_old()
    return render(request, "people/email_code.html", {"form": form, "email": change.email})


def _change(request, change):
    change.abort()
    try:
        actions.change_email(user=request.user, email=change.email, by=request.user)
    except actions.Refused:  # somebody took the address while the code was on its way
        return redirect_old()
    return redirect_said("email")


def redirect_said(what):
    return redirect(f"/you/?said={what}")


def redirect_old():
    return redirect("/you/email/?code=old")
