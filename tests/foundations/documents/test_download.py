"""Who may have a document, and what a browser is told of it."""

import uuid

import pytest

from borough.foundations.audit import queries as audit
from borough.foundations.people.models import Directorate, Membership, Team, User

from . import files

pytestmark = pytest.mark.django_db


@pytest.fixture
def team():
    return Team.objects.create(
        slug="grants", name="Grants", directorate=Directorate.objects.create(slug="place", name="Place")
    )


@pytest.fixture
def somebody(client, team, monkeypatch):
    """Sign somebody in: a resident, an officer of the team, or an officer of no such team."""
    monkeypatch.setattr("borough.foundations.people.second_factor.shown", lambda request: True, raising=False)

    def sign_in(email, *, officer=False):
        user = User.objects.create_user(email, name="Ada Wren")
        if officer:
            Membership.objects.create(user=user, team=team)
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return user

    return sign_in


@pytest.fixture
def document(keep, rule):
    """A document its sender and the team's officers may have."""

    @rule
    def sender_or_team(request, document):
        user = request.user
        return user.is_authenticated and (user.email == "sender@example.org" or user.memberships.exists())

    return keep("Bank statement été.pdf")


def get(client, document):
    return client.get(f"/documents/{document.pk}/")


def test_its_sender_may_have_it(client, document, somebody):
    somebody("sender@example.org")
    response = get(client, document)
    assert response.status_code == 200
    assert response.getvalue() == files.PDF
    assert [e.action for e in audit.of(document)] == ["document.kept"]


def test_an_officer_may_have_it_and_that_is_recorded(client, document, somebody):
    officer = somebody("officer@example.org", officer=True)
    assert get(client, document).getvalue() == files.PDF
    look = audit.who_looked(document).get()
    assert (look.action, look.actor_id) == ("document.viewed", str(officer.pk))


def test_a_stranger_is_told_there_is_no_such_thing(client, document, somebody):
    somebody("stranger@example.org")
    stranger = get(client, document)
    nothing = client.get(f"/documents/{uuid.uuid4()}/")
    assert stranger.status_code == nothing.status_code == 404
    assert not audit.who_looked(document)


def test_somebody_not_signed_in_is_told_the_same(client, document):
    assert get(client, document).status_code == 404


def test_with_no_rule_nobody_may(client, keep, rule, somebody):
    somebody("sender@example.org")
    assert get(client, keep()).status_code == 404


def test_a_browser_saves_it_and_runs_nothing(client, document, somebody):
    somebody("sender@example.org")
    response = get(client, document)
    assert response["Content-Disposition"].startswith("attachment; filename")
    assert "%C3%A9t%C3%A9.pdf" in response["Content-Disposition"]
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["Cache-Control"] == "private, no-store"
    response.close()


def test_a_file_missing_from_storage_says_what_to_do(client, document, somebody, storage, caplog):
    somebody("sender@example.org")
    storage.delete(document.key)
    response = get(client, document)
    assert response.status_code == 404
    assert "Try again in a few minutes" in response.content.decode()
    assert "missing from storage" in caplog.text


@pytest.mark.parametrize("address", ["x", "1", "00000000-0000-0000-0000-00000000000g", "%00"])
def test_an_address_that_is_none_is_not_found(client, address):
    assert client.get(f"/documents/{address}/").status_code == 404


def test_it_only_reads(client, document):
    assert client.post(f"/documents/{document.pk}/").status_code == 405
