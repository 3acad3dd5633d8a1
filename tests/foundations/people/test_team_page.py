"""/work/team/: everybody sees their own team; its manager changes it; nobody else knows it is there."""

from datetime import timedelta

import pytest
from django.utils import timezone

from borough.forms import queries
from borough.foundations.messages.models import Message
from borough.foundations.people.models import Absence, Membership, User

FORMS = ["role", "move", "leave"]


def typed(name, day):
    return {f"{name}-day": day.day, f"{name}-month": day.month, f"{name}-year": day.year}


def path(user, form, team="fostering"):
    return f"/work/team/{team}/{user.pk}/{form}/"


def test_everybody_of_the_team_sees_who_is_here(enter, manager, colleague, stranger):
    page = enter(colleague).get("/work/team/").text
    assert "Morgan" in page
    assert "Ola (you)" in page
    assert "Sam" not in page
    assert path(manager, "role") not in page


def test_the_list_costs_the_same_however_many_they_are(enter, manager, teams, django_assert_max_num_queries):
    for number in range(15):
        user = User.objects.create_user(f"o{number}@council.example", name=f"Officer {number}")
        Membership.objects.create(user=user, team=teams[0])
    client = enter(manager)
    queries.diaries()  # looked up once a minute
    with django_assert_max_num_queries(9):
        client.get("/work/team/")


def test_an_administrator_sees_every_team(enter, administrator, colleague, stranger):
    page = enter(administrator).get("/work/team/").text
    assert "Fostering" in page
    assert "Benefits" in page
    assert path(stranger, "role", "benefits") in page


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("who", "status"),
    [("manager", 200), ("administrator", 200), ("colleague", 404), ("stranger", 404), ("resident", 403)],
)
def test_who_may_open_each_form(enter, request, colleague, teams, who, status, form):
    target = User.objects.create_user("target@council.example", name="Tara")
    Membership.objects.create(user=target, team=teams[0])
    assert enter(request.getfixturevalue(who)).get(path(target, form)).status_code == status
    assert enter(request.getfixturevalue(who)).post(path(target, form)).status_code == status


@pytest.mark.parametrize("form", [*FORMS, "absence"])
def test_anonymous_is_asked_to_sign_in(client, colleague, form):
    assert client.get(path(colleague, form))["Location"].startswith("/sign-in/officer/")


@pytest.mark.parametrize("form", FORMS)
def test_nobody_changes_their_own(enter, manager, form):
    assert enter(manager).post(path(manager, form), {"role": "payer"}).status_code == 403


@pytest.mark.parametrize(
    ("who", "status"), [("colleague", 200), ("manager", 200), ("stranger", 404), ("resident", 403)]
)
def test_who_may_record_an_absence(enter, request, colleague, who, status):
    assert enter(request.getfixturevalue(who)).get(path(colleague, "absence")).status_code == status


def test_a_new_officer_joins_and_is_told(enter, manager):
    client = enter(manager)
    assert client.get("/work/team/fostering/join/").status_code == 200
    page = client.post(
        "/work/team/fostering/join/", {"name": "Nia", "email": "Nia@council.example", "role": "approver"}
    )
    assert page["Location"] == "/work/team/"
    nia = User.objects.get(email="nia@council.example")
    assert nia.memberships.get().role == "approver"
    assert Message.objects.get().to == "nia@council.example"
    assert "Nia" in client.get("/work/team/").text


def test_joining_twice_is_refused_kindly(enter, manager, colleague):
    page = enter(manager).post(
        "/work/team/fostering/join/", {"name": "Ola", "email": colleague.email, "role": "officer"}
    )
    assert "already works in Fostering" in page.text
    assert f'value="{colleague.email}"' in page.text


@pytest.mark.parametrize(("who", "status"), [("colleague", 404), ("stranger", 404), ("resident", 403)])
def test_only_its_manager_adds_to_a_team(enter, request, colleague, teams, who, status):
    before = Membership.objects.count()
    client = enter(request.getfixturevalue(who))
    page = client.post("/work/team/fostering/join/", {"name": "X", "email": "x@council.example", "role": "officer"})
    assert page.status_code == status
    assert Membership.objects.filter(user__email="x@council.example").count() == 0
    assert Membership.objects.count() >= before


def test_a_role_is_changed(enter, manager, colleague):
    client = enter(manager)
    assert client.post(path(colleague, "role"), {"role": "payer"})["Location"] == "/work/team/"
    assert colleague.memberships.get().role == "payer"
    assert 'href="#role"' in client.post(path(colleague, "role"), {"role": "king"}).text


def test_a_move(enter, manager, colleague, teams):
    client = enter(manager)
    page = client.post(path(colleague, "move"), {"to": teams[1].pk, "role": "officer", "hand_to": manager.pk})
    assert page["Location"] == "/work/team/"
    assert colleague.memberships.get().team == teams[1]


def test_a_leaver(enter, manager, colleague):
    client = enter(manager)
    assert client.get(path(colleague, "leave")).status_code == 200
    page = client.post(path(colleague, "leave"), {**typed("on", timezone.localdate()), "to": manager.pk})
    assert page["Location"] == "/work/team/"
    colleague.refresh_from_db()
    assert not colleague.is_active
    assert "Ola" not in client.get("/work/team/").text


def test_a_date_that_is_none_is_an_error(enter, manager, colleague):
    client = enter(manager)
    for day in (
        ["31", "2", "2027"],
        ["", "", ""],
        ["a", "b", "c"],
        ["1", "", "2027"],
        ["1", "1", "9999"],
        ["²", "1", "2027"],
    ):
        given = dict(zip(("on-day", "on-month", "on-year"), day, strict=True))
        page = client.post(path(colleague, "leave"), given)
        assert 'href="#on-day"' in page.text
        assert 'id="on-day"' in page.text
        assert not day[0] or f'value="{day[0]}"' in page.text


def test_an_absence_is_recorded_shown_and_removed(enter, manager, colleague):
    client, today = enter(colleague), timezone.localdate()
    given = {**typed("first_day", today), **typed("back_on", today + timedelta(days=7)), "cover": manager.pk}
    assert client.post(path(colleague, "absence"), given)["Location"] == "/work/team/"
    assert "Morgan covers" in client.get("/work/team/").text
    assert "already away" in client.post(path(colleague, "absence"), given).text
    away = Absence.objects.get()
    assert client.post(f"/work/team/absence/{away.pk}/remove/")["Location"] == "/work/team/"
    assert not Absence.objects.exists()


def test_an_absence_ends_after_it_starts(enter, colleague):
    today = timezone.localdate()
    page = enter(colleague).post(path(colleague, "absence"), {**typed("first_day", today), **typed("back_on", today)})
    assert 'href="#back_on-day"' in page.text


def test_a_strangers_absence_is_not_there_to_remove(enter, stranger, colleague, manager):
    today = timezone.localdate()
    away = Absence.objects.create(user=colleague, first_day=today, back_on=today + timedelta(days=2))
    assert enter(stranger).post(f"/work/team/absence/{away.pk}/remove/").status_code == 404
    assert enter(manager).get(f"/work/team/absence/{away.pk}/remove/").status_code == 405


def test_cover_is_a_colleague(enter, colleague, stranger):
    today = timezone.localdate()
    given = {**typed("first_day", today), **typed("back_on", today + timedelta(days=1)), "cover": stranger.pk}
    assert "Choose an officer from the list" in enter(colleague).post(path(colleague, "absence"), given).text
