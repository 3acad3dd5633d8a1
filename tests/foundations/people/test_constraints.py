"""What the database itself refuses."""

from datetime import date

import pytest
from django.db import IntegrityError

from borough.foundations.people.models import Absence, Membership, Person, User


def test_one_role_per_team(colleague, teams):
    with pytest.raises(IntegrityError, match="one_role_per_team"):
        Membership.objects.create(user=colleague, team=teams[0], role="manager")


def test_an_email_is_used_once_whatever_its_case(resident):
    with pytest.raises(IntegrityError, match="user_email_once"):
        User.objects.create(email="ROSA@Example.org")


def test_an_absence_ends_after_it_starts(colleague):
    with pytest.raises(IntegrityError, match="absence_ends_after_it_starts"):
        Absence.objects.create(user=colleague, first_day=date(2027, 3, 1), back_on=date(2027, 3, 1))


def test_nobody_covers_themselves(colleague):
    with pytest.raises(IntegrityError, match="nobody_covers_themselves"):
        Absence.objects.create(user=colleague, cover=colleague, first_day=date(2027, 3, 1), back_on=date(2027, 3, 2))


def test_one_absence_at_a_time(colleague, manager):
    Absence.objects.create(user=colleague, first_day=date(2027, 3, 1), back_on=date(2027, 3, 8))
    Absence.objects.create(user=manager, first_day=date(2027, 3, 1), back_on=date(2027, 3, 8))
    Absence.objects.create(user=colleague, first_day=date(2027, 3, 8), back_on=date(2027, 3, 9))
    with pytest.raises(IntegrityError, match="one_absence_at_a_time"):
        Absence.objects.create(user=colleague, first_day=date(2027, 3, 7), back_on=date(2027, 3, 20))


def test_one_person_per_account(resident):
    Person.objects.create(user=resident)
    with pytest.raises(IntegrityError):
        Person.objects.create(user=resident)
