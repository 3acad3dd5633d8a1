"""No officer gets to anything private without a second factor, the editor and Django's admin included."""

import pytest
from django.contrib.auth.models import AnonymousUser

from borough.foundations.people import second_factor
from borough.foundations.people.models import Membership

PRIVATE = [
    "/work/",
    "/work/team/",
    "/admin/",
    "/admin/people/user/",
    "/editor/",
    "/documents/x/",
    "/you/",
    "/your-applications/",
]


@pytest.mark.parametrize("path", PRIVATE)
@pytest.mark.parametrize("who", ["colleague", "administrator"])
def test_an_officer_is_sent_to_set_one_up(enter, request, who, path):
    page = enter(request.getfixturevalue(who), factor=False).get(path)
    assert page["Location"] == f"/sign-in/second-factor/set-up/?next={path}"


@pytest.mark.parametrize("path", ["/work/", "/admin/", "/editor/", "/work/cases/DEV-7QK-214/"])
def test_nobody_signed_in_is_sent_to_the_officers_sign_in(client, db, path):
    assert client.get(path)["Location"] == f"/sign-in/officer/?next={path}"


@pytest.mark.parametrize("path", ["/admin/login/", "/editor/login/"])
def test_there_is_no_other_door(client, enter, db, colleague, path):
    assert client.get(path + "?next=/admin/")["Location"] == "/sign-in/officer/?next=/admin/"
    assert client.post(path, {"username": colleague.email, "password": "x"}).status_code == 302
    assert enter(colleague).get(path).status_code == 403


def test_an_officer_who_may_not_edit_does_not_go_round_for_ever(enter, colleague):
    page = enter(colleague).get("/sign-in/officer/?next=/editor/")
    assert page["Location"] == "/work/"


@pytest.mark.parametrize("path", ["/sign-in/second-factor/set-up/", "/sign-in/officer/", "/sign-out/", "/sign-in/"])
def test_what_they_need_for_it_is_open(enter, colleague, path):
    page = enter(colleague, factor=False).get(path, follow=False)
    assert not page.get("Location", "").startswith("/sign-in/second-factor")


def test_a_resident_needs_none(enter, resident):
    assert enter(resident, factor=False).get("/you/").status_code == 200


def test_a_resident_cannot_set_one_up(enter, resident):
    assert enter(resident).get("/sign-in/second-factor/set-up/").status_code == 403


def test_somebody_elses_does_not_count(enter, colleague, manager):
    client = enter(colleague)
    session = client.session
    session[second_factor.KEY] = {"user": manager.pk, "how": "totp"}
    session.save()
    assert client.get("/work/").status_code == 302


def test_a_resident_who_joins_a_team_needs_one(enter, resident, teams):
    client = enter(resident, factor=False)
    Membership.objects.create(user=resident, team=teams[0])
    assert "second-factor" in client.get("/you/")["Location"]


@pytest.mark.parametrize("on", [True, False])
def test_the_demonstrations_counts_only_there(rf, colleague, settings, on):
    settings.DEMONSTRATION = on
    request = rf.get("/")
    request.user, request.session = colleague, {}
    second_factor.mark(request, "demonstration")
    assert second_factor.shown(request) is on
    assert (second_factor.officer(request) == colleague) is on


def test_anonymous_and_residents_are_no_officers(rf, resident):
    request = rf.get("/")
    request.session = {}
    for user in (AnonymousUser(), resident):
        request.user = user
        second_factor.mark(request, "totp")
        assert second_factor.officer(request) is None


@pytest.mark.parametrize("path", ["/apply/x/y", "/services/", "/"])
def test_public_pages_cost_nothing(rf, path, django_assert_num_queries):
    from borough.foundations.people.middleware import SecondFactor

    class Untouched:
        def __getattr__(self, name):
            raise AssertionError("the middleware looked at who it is")

    request = rf.get(path)
    request.user = request.session = Untouched()
    assert SecondFactor(lambda request: "went on")(request) == "went on"
