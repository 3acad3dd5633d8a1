"""The doors of /work/: officers only, and only to cases of their own."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404

from borough.forms import references
from borough.foundations.people import second_factor

from ..visibility import visible_to

FOR_OFFICERS = "Only officers can open this page."


def officer(request):
    """The officer who asks. Raises PermissionDenied for anybody else, and without a second factor."""
    found = second_factor.officer(request)
    if found is None:
        raise PermissionDenied(FOR_OFFICERS)
    return found


def officers_only(view):
    @wraps(view)
    def checked(request, *args, **kwargs):
        officer(request)
        return view(request, *args, **kwargs)

    return checked


def find(user, text: str):
    """The case with this reference, however it is typed, if `user` may see it; else None."""
    reference = references.tidy(text)
    cases = visible_to(user).select_related("person", "team", "assignee", "submission", "merged_into")
    return cases.filter(reference=reference).first() if reference else None


def document(request, document) -> bool:
    """Whether this officer may have a case's document: they may if they may see the case."""
    kind, _, reference = document.about.partition(":")
    user = second_factor.officer(request) if kind == "case" else None
    return user is not None and visible_to(user).filter(reference=reference).exists()


def case(request, reference: str):
    """The same for a page. One that is not theirs is as if it were not there: Http404."""
    found = find(officer(request), reference)
    if found is None:
        raise Http404
    return found
