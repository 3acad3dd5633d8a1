"""Joiners, movers and leavers: who may, what it does, and how their work is handed over."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.audit.models import AuditEvent
from borough.foundations.messages.models import Message
from borough.foundations.people import actions, jobs, registry
from borough.foundations.people.models import Absence, User

from .conftest import PASSWORD


@pytest.fixture
def told(monkeypatch):
    """What the registries were told."""
    said = []
    monkeypatch.setattr(registry, "leavers", registry.Handlers())
    monkeypatch.setattr(registry, "movers", registry.Handlers())
    registry.leavers.register(lambda *, user, to, by: said.append(("left", user, to)))
    registry.movers.register(lambda *, user, team, to, by: said.append(("moved", user, team, to)))
    return said


def test_joining_makes_a_resident_an_officer_and_signs_them_out(enter, resident, manager, teams):
    client = enter(resident)
    actions.join(user=resident, team=teams[0], role="officer", by=manager)
    assert client.get("/you/")["Location"].startswith("/sign-in/")
    assert User.objects.get(pk=resident.pk).kind == "officer"
    assert AuditEvent.objects.get(action="user.joined").data == {"team": "fostering", "role": "officer"}


def test_the_system_joins_without_writing_to_anybody(resident, teams):
    actions.join(user=resident, team=teams[0], role="officer", by=SYSTEM)
    assert not Message.objects.exists()


def test_somebody_with_a_password_keeps_it(teams, manager):
    user = User.objects.create_user("back@council.example", PASSWORD)
    actions.join(user=user, team=teams[0], role="officer", by=manager)
    assert User.objects.get(pk=user.pk).check_password(PASSWORD)


@pytest.mark.parametrize("who", ["colleague", "stranger", "resident"])
def test_only_a_manager_of_the_team_changes_it(request, who, colleague, manager, teams):
    by = request.getfixturevalue(who)
    new = User.objects.create_user("new@council.example")
    with pytest.raises(PermissionDenied):
        actions.join(user=new, team=teams[0], role="officer", by=by)
    with pytest.raises(PermissionDenied):
        actions.change_role(user=manager, team=teams[0], role="officer", by=by)
    with pytest.raises(PermissionDenied):
        actions.move(user=manager, team=teams[0], to=teams[1], role="officer", by=by)
    with pytest.raises(PermissionDenied):
        actions.leave(user=manager, on=date(2027, 1, 1), by=by)


def test_nobody_changes_their_own_role_not_even_an_administrator(manager, administrator, teams):
    actions.join(user=administrator, team=teams[0], role="officer", by=manager)
    for who in (manager, administrator):
        with pytest.raises(PermissionDenied):
            actions.change_role(user=who, team=teams[0], role="payer", by=who)
        with pytest.raises(PermissionDenied):
            actions.leave(user=who, on=date(2027, 1, 1), by=who)


def test_a_manager_does_not_close_an_administrators_account(manager, administrator, teams):
    actions.join(user=administrator, team=teams[0], role="officer", by=manager)
    with pytest.raises(PermissionDenied):
        actions.leave(user=administrator, on=timezone.localdate(), by=manager)


def test_a_manager_who_left_manages_nothing(manager, colleague, teams):
    manager.is_active = False
    with pytest.raises(PermissionDenied):
        actions.change_role(user=colleague, team=teams[0], role="payer", by=manager)


def test_a_move_leaves_the_work_behind(told, manager, colleague, teams):
    actions.move(user=colleague, team=teams[0], to=teams[1], role="payer", hand_to=manager, by=manager)
    assert told == [("moved", colleague, teams[0], manager)]
    assert colleague.memberships.get().role == "payer"
    with pytest.raises(actions.Refused, match="does not work in"):
        actions.move(user=colleague, team=teams[0], to=teams[1], role="payer", by=manager)


def test_leaving_today_hands_over_and_closes_the_account(told, enter, manager, colleague, teams):
    client = enter(colleague)
    today = timezone.localdate()
    Absence.objects.create(user=manager, first_day=today, back_on=today + timedelta(days=9), cover=colleague)
    actions.leave(user=colleague, on=today, to=manager, by=manager)
    assert told == [("left", colleague, manager)]
    colleague = User.objects.get(pk=colleague.pk)
    assert not colleague.is_active
    assert not colleague.memberships.exists()
    assert client.get("/work/")["Location"].startswith("/sign-in/officer/")
    page = client.post("/sign-in/officer/", {"login": colleague.email, "password": PASSWORD})
    assert "do not match" in page.text
    assert AuditEvent.objects.get(action="user.left").data["roles"] == {"fostering": "officer"}


def test_their_covering_passes_on(told, manager, colleague, administrator, teams):
    actions.join(user=administrator, team=teams[0], role="officer", by=manager)
    today = timezone.localdate()
    away = Absence.objects.create(user=manager, first_day=today, back_on=today + timedelta(days=9), cover=colleague)
    actions.leave(user=colleague, on=today, to=administrator, by=manager)
    away.refresh_from_db()
    assert away.cover == administrator


def test_nobody_is_left_to_cover_for_themselves(told, manager, colleague):
    today = timezone.localdate()
    away = Absence.objects.create(user=manager, first_day=today, back_on=today + timedelta(days=9), cover=colleague)
    actions.leave(user=colleague, on=today, to=manager, by=manager)
    away.refresh_from_db()
    assert away.cover is None


def test_leaving_later_happens_on_the_day(told, manager, colleague, monkeypatch):
    today = timezone.localdate()
    actions.leave(user=colleague, on=today + timedelta(days=3), to=manager, by=manager)
    jobs.leavers()
    colleague.refresh_from_db()
    assert colleague.is_active
    assert told == []
    monkeypatch.setattr(timezone, "localdate", lambda: today + timedelta(days=3))
    jobs.leavers()
    jobs.leavers()
    colleague.refresh_from_db()
    assert not colleague.is_active
    assert told == [("left", colleague, manager)]


def test_one_who_does_not_work_here_cannot_leave(resident, administrator):
    with pytest.raises(actions.Refused, match="does not work here"):
        actions.leave(user=resident, on=timezone.localdate(), by=administrator)


@pytest.mark.parametrize("to", ["colleague", "resident"])
def test_work_goes_to_another_officer(request, to, manager, colleague):
    with pytest.raises(actions.Refused):
        actions.leave(user=colleague, on=timezone.localdate(), to=request.getfixturevalue(to), by=manager)


def test_a_fault_in_handing_over_undoes_it_all(manager, colleague, monkeypatch):
    monkeypatch.setattr(registry, "leavers", registry.Handlers())

    @registry.leavers.register
    def broken(**said):
        raise RuntimeError("no")

    with pytest.raises(RuntimeError):
        actions.leave(user=colleague, on=timezone.localdate(), by=manager)
    assert User.objects.get(pk=colleague.pk).left_on is None


def test_a_leaver_comes_back(manager, colleague, teams):
    actions.leave(user=colleague, on=timezone.localdate(), by=manager)
    colleague = User.objects.get(pk=colleague.pk)
    actions.join(user=colleague, team=teams[0], role="officer", by=manager)
    colleague = User.objects.get(pk=colleague.pk)
    assert colleague.is_active
    assert colleague.left_on is None
