"""People for tests: residents, officers in teams, partners, and browsers they have signed in with."""

from itertools import count

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client

from borough.foundations.people import second_factor
from borough.foundations.people.models import Directorate, Membership, Organisation, Team, User

numbers = count(1)


def team(slug="digital-inclusion") -> Team:
    directorate, _ = Directorate.objects.get_or_create(slug="place", defaults={"name": "Place"})
    found, _ = Team.objects.get_or_create(
        slug=slug, defaults={"name": slug.replace("-", " ").capitalize(), "directorate": directorate}
    )
    return found


def officer(team_slug="digital-inclusion", role="officer", **fields) -> User:
    """An officer with a role in a team."""
    user = _user("Officer", **fields)
    Membership.objects.create(user=user, team=team(team_slug), role=role)
    return user


def administrator(**fields) -> User:
    return _user("Administrator", is_staff=True, is_superuser=True, **fields)


def partner(organisation="good-neighbours", **fields) -> User:
    name = organisation.replace("-", " ").capitalize()
    found, _ = Organisation.objects.get_or_create(slug=organisation, defaults={"name": name})
    return _user("Partner", organisation=found, **fields)


def resident(**fields) -> User:
    return _user("Resident", **fields)


def signed_in(user, *, factor="totp") -> Client:
    """A browser in which `user` has signed in, with a second factor unless `factor` is None."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    if factor:
        session = SessionStore(client.cookies[settings.SESSION_COOKIE_NAME].value)
        second_factor.mark(_Asking(session, user), factor)
        session.save()
    return client


class _Asking:
    """As much of a request as marking a second factor needs."""

    def __init__(self, session, user):
        self.session, self.user = session, user


def _user(kind, **fields):
    number = next(numbers)
    fields = {"email": f"{kind.lower()}{number}@example.org", "name": f"{kind} {number}"} | fields
    return User.objects.create_user(**fields)
