"""Which cases somebody may see as their own. The one door of every page under /your-applications/.

Theirs are: what they sent while signed in, what was sent with the e-mail address they have proven, what their
organisation sent for somebody, and a case that a code opened in this session.
"""

from functools import wraps

from django.db.models import Q
from django.db.models.functions import Lower
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from borough.forms import references
from borough.foundations.audit.actors import Actor

from ..models import Case

OPENED = "opened_cases"  # in the session: the numbers of the cases that codes opened


def visible_to(user):
    """The cases of this signed-in resident or partner.

    By e-mail only where the person has no account of their own: an address somebody has left or lost, and that
    another person has now, opens nothing.
    """
    if not user.is_authenticated or not user.is_active:
        return Case.objects.none()
    return _cases().filter(_own(user))


def visible(request):
    """The same, with the cases that codes opened in this session."""
    mine = Q(pk__in=opened(request), person__erased_at=None)
    user = request.user
    if user.is_authenticated and user.is_active:
        mine |= _own(user)
    return _cases().filter(mine)


def opened(request) -> list[int]:
    return request.session.get(OPENED, [])


def remember(request, case) -> None:
    """Let this session see the case until it ends."""
    numbers = [number for number in opened(request) if number != case.pk]
    request.session.cycle_key()
    request.session[OPENED] = [*numbers, case.pk]
    if not request.user.is_authenticated:
        request.session.set_expiry(0)  # with the browser: it may be a library's


def forget(request) -> None:
    request.session.pop(OPENED, None)


def find(request, text: str):
    """The case with this reference, however it is typed, if it is theirs; else None."""
    reference = references.tidy(text)
    return visible(request).filter(reference=reference).first() if reference else None


def actor(request, case):
    """Who acts: a partner's worker as themselves, anybody else as the resident whose case it is."""
    user = request.user
    name = case.person.name or "Resident"
    if not user.is_authenticated or not visible_to(user).filter(pk=case.pk).exists():
        return Actor("resident", "", name)
    return user if user.kind == "partner" else Actor("resident", str(user.pk), name)


def theirs(view):
    """Give the view a case that is theirs. Anybody else's is as if it were not there; whoever is not signed in is
    asked to show who they are, and not told whether there is such a case. What they typed is given back to them."""

    @never_cache
    @wraps(view)
    def checked(request, reference, *args, **kwargs):
        wanted = references.tidy(reference)
        if not wanted:
            raise Http404
        case = visible(request).filter(reference=wanted).first()
        if case is not None:
            return view(request, case, *args, **kwargs)
        if request.user.is_authenticated:
            return render(request, "casework/resident/not_yours.html", {"reference": wanted}, status=404)
        if request.method == "POST":
            typed = request.POST.get("text", "") or request.POST.get("reason", "")
            return render(request, "casework/resident/ended.html", {"reference": wanted, "typed": typed}, status=403)
        return redirect(f"/your-applications/?reference={wanted}")

    return checked


def _cases():
    return (
        Case.objects.filter(erased_at=None)
        .defer("search")
        .select_related("person", "team", "submission__partner", "merged_into")
        .alias(person_email=Lower("person__email"))
    )


def _own(user) -> Q:
    own = Q(person__user=user) | Q(person__user=None, person_email=user.email.lower())
    if user.organisation_id:
        own |= Q(submission__partner=user.organisation_id)
    return own
