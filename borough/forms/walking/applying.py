"""A browser of somebody the service takes applications from."""

from ipaddress import IPv4Address
from itertools import count
from types import SimpleNamespace

from django.test import Client

from borough.foundations.people import second_factor
from borough.foundations.people.models import Membership, Organisation, User

from ..definition.form import Form
from .team import a_team

SIGN_IN = "django.contrib.auth.backends.ModelBackend"
_addresses = count(int(IPv4Address("10.0.0.1")))


def applying(form: Form) -> Client:
    """A resident where the service is for residents; else a partner's worker; else an officer helping somebody."""
    address = str(IPv4Address(next(_addresses)))  # one of their own: limits are for each, and a walk is many people
    client = Client(HTTP_HOST="localhost", REMOTE_ADDR=address, raise_request_exception=False)
    if "resident" in form.service.who:
        return client
    if "partner" in form.service.who:
        client.force_login(_partner(), SIGN_IN)
        return client
    officer = _officer(form)
    client.force_login(officer, SIGN_IN)
    session = client.session
    second_factor.mark(SimpleNamespace(session=session, user=officer), "totp")
    session.save()
    client.post(f"/work/apply/{form.slug}/")
    return client


def _partner() -> User:
    organisation, _ = Organisation.objects.get_or_create(slug="walking", defaults={"name": "Walking"})
    return _user("partner@example.org", organisation=organisation)


def _officer(form) -> User:
    officer = _user("officer@example.org")
    Membership.objects.get_or_create(user=officer, team=a_team(form.service.team))
    return officer


def _user(email, **fields) -> User:
    return User.objects.filter(email=email).first() or User.objects.create_user(email=email, **fields)
