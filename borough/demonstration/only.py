"""Pages that exist in a demonstration only."""

from functools import wraps

from django.conf import settings
from django.http import Http404


def only_here(view):
    """The address list leaves these pages out elsewhere; this is the second lock."""

    @wraps(view)
    def checked(request, *args, **kwargs):
        if not settings.DEMONSTRATION:
            raise Http404
        return view(request, *args, **kwargs)

    return checked
