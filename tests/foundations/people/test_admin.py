"""Django's admin, for administrators with a second factor: useful lists, no secrets, every change audited."""

import pytest
from allauth.mfa.models import Authenticator

from borough.foundations.audit.models import AuditEvent
from borough.foundations.people.models import Team, User

from .conftest import PASSWORD

LISTS = ["directorate", "team", "organisation", "membership", "absence", "user"]


@pytest.mark.parametrize("name", LISTS)
def test_the_lists(enter, administrator, manager, resident, name):
    assert enter(administrator).get(f"/admin/people/{name}/").status_code == 200


@pytest.mark.parametrize("who", ["manager", "resident"])
def test_nobody_else(enter, request, who):
    page = enter(request.getfixturevalue(who)).get("/admin/people/user/", follow=True)
    assert page.status_code == 403


def test_no_password_is_shown(enter, administrator, colleague):
    for path in ("/admin/people/user/", f"/admin/people/user/{colleague.pk}/change/"):
        page = enter(administrator).get(path).text
        assert "md5$" not in page
        assert 'name="password"' not in page


@pytest.mark.parametrize("path", ["mfa/authenticator", "account/emailaddress", "socialaccount/socialapp"])
def test_secrets_are_not_there(enter, administrator, path):
    assert enter(administrator).get(f"/admin/{path}/").status_code == 404


def test_a_new_account_has_no_password_and_is_audited(enter, administrator):
    rows = {"memberships-TOTAL_FORMS": 0, "memberships-INITIAL_FORMS": 0}
    page = enter(administrator).post(
        "/admin/people/user/add/", {"email": "New@council.example", "name": "New", "is_active": "on", **rows}
    )
    assert page.status_code == 302
    user = User.objects.get(email="new@council.example")
    assert not user.has_usable_password()
    assert AuditEvent.objects.filter(action="user.created", record_id=str(user.pk)).exists()


def test_nobody_changes_what_they_may_do(enter, administrator):
    page = enter(administrator).get(f"/admin/people/user/{administrator.pk}/change/").text
    assert 'name="is_superuser"' not in page
    assert 'name="name"' in page


def test_a_team_is_changed_and_audited(enter, administrator, teams):
    given = {"slug": "fostering", "name": "Fostering and adoption", "directorate": teams[0].directorate_id}
    assert enter(administrator).post(f"/admin/people/team/{teams[0].pk}/change/", given).status_code == 302
    assert Team.objects.filter(name="Fostering and adoption").exists()
    assert AuditEvent.objects.get(action="team.changed").data == {"fields": ["name"]}


def test_a_lost_telephone(enter, administrator, colleague):
    Authenticator.objects.create(user=colleague, type="totp", data={})
    chosen = {"action": "forget_second_factor", "_selected_action": colleague.pk}
    client = enter(administrator)
    page = client.post("/admin/people/user/", chosen, follow=True)
    assert "Say how you know" in page.text
    assert Authenticator.objects.exists()
    client.post("/admin/people/user/", chosen | {"reason": "Came in person"})
    assert not Authenticator.objects.exists()
    assert not User.objects.get(pk=colleague.pk).check_password(PASSWORD)
    assert AuditEvent.objects.get(action="user.second_factor_forgotten").reason == "Came in person"


def test_not_ones_own(enter, administrator):
    Authenticator.objects.create(user=administrator, type="totp", data={})
    chosen = {"action": "forget_second_factor", "_selected_action": administrator.pk, "reason": "Lost"}
    enter(administrator).post("/admin/people/user/", chosen)
    assert Authenticator.objects.exists()


@pytest.mark.parametrize("name", ["membership", "user", "team"])
def test_nothing_is_deleted_here(enter, administrator, colleague, name):
    record = {"membership": colleague.memberships.get(), "user": colleague, "team": colleague.teams.get()}[name]
    assert enter(administrator).post(f"/admin/people/{name}/{record.pk}/delete/", {"post": "yes"}).status_code == 403
