"""The answers a back office would get, from made-up ones: for those who look after the service."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
ADDRESS = "/work/services/borrow-a-bike/answers/"


def test_its_team_sees_them(bike, signed_in, officer):
    page = signed_in(officer("bikes")).get(ADDRESS)
    assert page.status_code == 200
    assert "made up" in page.content.decode()
    assert "borough.submission.v1" in page.content.decode()


def test_the_list_of_services_leads_there(bike, signed_in, officer):
    assert ADDRESS in signed_in(officer("bikes")).get("/work/services/").content.decode()


def test_another_team_finds_nothing(bike, signed_in, officer):
    assert signed_in(officer("boats")).get(ADDRESS).status_code == 404
    assert signed_in(officer("bikes")).get("/work/services/nothing/answers/").status_code == 404


def test_anonymous_is_asked_to_sign_in(bike):
    assert Client().get(ADDRESS).status_code == 302


def test_every_type_of_question_can_be_seen(everything, signed_in, officer):
    assert signed_in(officer("everything")).get("/work/services/everything/answers/").status_code == 200
