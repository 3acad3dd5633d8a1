"""Who works where, who is here, and who covers."""

from datetime import date

from borough.foundations.people import queries
from borough.foundations.people.models import Absence, Person, User

DAY = date(2027, 3, 10)


def away(user, first, back, cover=None):
    return Absence.objects.create(user=user, first_day=date(2027, 3, first), back_on=date(2027, 3, back), cover=cover)


def test_teams_and_roles(manager, colleague, stranger, teams):
    assert list(queries.teams_of(manager)) == [teams[0]]
    assert queries.role_in(manager, teams[0]) == "manager"
    assert queries.role_in(manager, teams[1]) is None
    assert queries.is_manager(manager)
    assert queries.is_manager(manager, teams[0])
    assert not queries.is_manager(manager, teams[1])
    assert not queries.is_manager(colleague)


def test_managed_teams(manager, colleague, administrator, teams):
    assert list(queries.managed_by(manager)) == [teams[0]]
    assert not queries.managed_by(colleague)
    assert set(queries.managed_by(administrator)) == set(teams)


def test_available_is_not_away(manager, colleague, teams):
    away(colleague, 10, 11)
    assert list(queries.officers_available(teams[0], DAY)) == [manager]
    assert len(queries.officers_available(teams[0], date(2027, 3, 11))) == 2
    assert len(queries.officers_available(teams[0], date(2027, 3, 9))) == 2


def test_cover(manager, colleague, stranger):
    assert queries.cover_for(colleague, DAY) == colleague
    away(colleague, 8, 15, manager)
    assert queries.cover_for(colleague, DAY) == manager
    away(manager, 10, 11, stranger)
    assert queries.cover_for(colleague, DAY) == stranger
    away(stranger, 10, 11, colleague)
    assert queries.cover_for(colleague, DAY) is None, "they go round in a ring"


def test_nobody_covers(colleague):
    away(colleague, 8, 15)
    assert queries.cover_for(colleague, DAY) is None


def test_one_who_left_does_not_cover(manager, colleague):
    away(colleague, 8, 15, manager)
    User.objects.filter(pk=manager.pk).update(is_active=False)
    assert queries.cover_for(colleague, DAY) is None


def test_administrators(administrator, manager):
    assert list(queries.administrators()) == [administrator]


def test_people_by_id_and_by_email(resident):
    mother = Person.objects.create(email="Family@example.org")
    daughter = Person.objects.create(email="family@example.org")
    linked = Person.objects.create(user=resident)
    assert queries.people_matching(str(mother.pk)) == [mother]
    assert queries.people_matching("FAMILY@example.org ") == [mother, daughter]
    assert queries.people_matching("rosa@example.org") == [linked]
    assert queries.people_matching("nobody") == []


def test_nothing_is_nobody_though_many_have_no_address(db):
    Person.objects.create(name="Ada", email="")
    assert queries.people_matching(" ") == []
