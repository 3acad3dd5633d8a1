"""Who looks after a service: the officers of its team, and administrators. They see it before anybody else does."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from borough.foundations.people import queries as people
from borough.foundations.people.second_factor import officer

from .definition.form import Form


def keeps(user, form: Form) -> bool:
    return form.service.team in teams(user) or user.is_superuser


def teams(user) -> set[str]:
    """The slugs of the teams this officer works in, looked up once a request."""
    if not hasattr(user, "_team_slugs"):
        user._team_slugs = set(people.teams_of(user).values_list("slug", flat=True))
    return user._team_slugs


def keeper(request):
    """The officer who asks. Raises PermissionDenied for anybody else, and without a second factor."""
    found = officer(request)
    if found is None:
        raise PermissionDenied("Only officers can open this page.")
    return found


def check(request, form: Form) -> None:
    """Raises PermissionDenied as `keeper` does, and Http404 for a service of another team, as if it were not there."""
    if not keeps(keeper(request), form):
        raise Http404(form.slug)
