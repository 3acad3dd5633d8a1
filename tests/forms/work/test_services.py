"""The services an officer's teams look after, and nobody else's."""

import pytest
from django.test import Client

from tests import people

pytestmark = pytest.mark.django_db


def listed(user):
    return people.signed_in(user).get("/work/services/").content.decode()


def test_an_officer_sees_the_services_of_their_own_teams(bike):
    assert "Borrow a bike" in listed(people.officer(bike.service.team))
    assert "Borrow a bike" not in listed(people.officer("another-team"))


def test_an_administrator_sees_all(bike):
    assert "Borrow a bike" in listed(people.administrator())


@pytest.mark.parametrize("address", ["/work/services/", "/work/services/borrow-a-bike/errors/"])
def test_nobody_else_gets_in(bike, address):
    assert Client().get(address)["Location"].startswith("/sign-in/")
    assert people.signed_in(people.resident()).get(address).status_code == 403
    assert people.signed_in(people.partner()).get(address).status_code == 403
    assert people.signed_in(people.officer(bike.service.team), factor=None).get(address).status_code == 302


def test_a_service_of_another_team_is_as_if_it_were_not_there(bike):
    address = "/work/services/borrow-a-bike/errors/"
    assert people.signed_in(people.officer(bike.service.team)).get(address).status_code == 200
    assert people.signed_in(people.officer("another-team")).get(address).status_code == 404
    assert people.signed_in(people.administrator()).get(address).status_code == 200
