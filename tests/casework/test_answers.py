"""The answers as a back office gets them, of one case: for whoever may see the case."""

import pytest
from django.test import Client

from borough.foundations.audit.models import AuditEvent

from . import world

pytestmark = pytest.mark.django_db


def address(case):
    return f"/work/cases/{case.reference}/answers/"


def test_an_officer_of_the_team_sees_them_and_it_is_recorded(case, ann, client):
    page = world.sign_in(client, ann).get(address(case)).content.decode()
    assert case.reference in page
    assert "borough.submission.v1" in page
    assert "sam@example.org" in page
    assert AuditEvent.objects.filter(action="case.viewed", actor_id=str(ann.pk)).exists()


def test_the_case_leads_there(case, ann, client):
    assert address(case) in world.sign_in(client, ann).get(f"/work/cases/{case.reference}/").content.decode()


def test_a_stranger_finds_nothing(case, zoe, client):
    assert world.sign_in(client, zoe).get(address(case)).status_code == 404


def test_anonymous_is_asked_to_sign_in(case):
    assert Client().get(address(case)).status_code == 302


def test_a_restricted_case_is_for_its_manager(case, ann, mo, client):
    case.restricted, case.restricted_because = True, "A councillor"
    case.save()
    assert world.sign_in(client, ann).get(address(case)).status_code == 404
    assert world.sign_in(Client(), mo).get(address(case)).status_code == 200
