"""The page of a service's figures, and who may open it."""

import json

import pytest
from django.test import Client

from borough.forms.measuring.models import Opinion
from tests import people

from .. import made
from .days import later, today

pytestmark = pytest.mark.django_db
ADDRESS = "/work/services/borrow-a-bike/figures"
PAGES = [f"{ADDRESS}/", f"{ADDRESS}.csv", f"{ADDRESS}.json"]


def bikes(role="officer"):
    return people.signed_in(people.officer("bikes", role))


@pytest.fixture
def used(bike):
    """Two sent, one stopped at the e-mail address, one told that it has no bikes for cats; one fault; one opinion."""
    for _ in range(2):
        client = Client()
        made.fill(client)
        client.post("/apply/borrow-a-bike/send")
    client.post("/apply/borrow-a-bike/opinion", {"score": "4", "words": "Make it <i>shorter</i>."})
    client = Client()
    client.post("/apply/borrow-a-bike/who", {})
    made.fill(client, answers=made.ANSWERS[:2])
    Client().post("/apply/borrow-a-bike/who", {"who": "cat"})
    later(days=2)


def test_it_says_how_the_service_does(used):
    page = " ".join(bikes().get(f"{ADDRESS}/").content.decode().split())
    assert "75.0%" in page
    assert "3 of 4 forms that are over" in page
    assert "Your e-mail address" in page
    assert "Choose an answer" in page
    assert "Make it &lt;i&gt;shorter&lt;/i&gt;." in page


def test_what_people_wrote_is_for_the_owning_team(used):
    boss = people.signed_in(people.officer("other-team", "manager"))
    page = boss.get(f"{ADDRESS}/").content.decode()
    assert "75.0%" in page
    assert "shorter" not in page


@pytest.mark.parametrize("address", PAGES)
def test_who_may_open_it(used, address):
    assert bikes().get(address).status_code == 200
    assert people.signed_in(people.officer("other-team", "manager")).get(address).status_code == 200
    assert people.signed_in(people.administrator()).get(address).status_code == 200
    assert people.signed_in(people.officer("other-team")).get(address).status_code == 404
    assert people.signed_in(people.resident(), factor=None).get(address).status_code == 403
    assert people.signed_in(people.partner(), factor=None).get(address).status_code == 403
    assert Client().get(address).status_code == 302
    assert Client().post(address).status_code in (302, 405)


def test_the_list_has_the_services_of_ones_teams(used, everything):
    assert "Borrow a bike" in bikes().get("/work/figures/").content.decode()
    assert "Everything" not in bikes().get("/work/figures/").content.decode()
    assert "Everything" in bikes("manager").get("/work/figures/").content.decode()
    stranger = people.signed_in(people.officer("other-team")).get("/work/figures/").content.decode()
    assert "No services yet" in stranger
    assert people.signed_in(people.resident(), factor=None).get("/work/figures/").status_code == 403


@pytest.mark.parametrize("days", ["7", "30", "91", "365", "", "1000000", "x", "\0"])
def test_any_period_gives_a_page(used, days):
    assert bikes().get(f"{ADDRESS}/", {"days": days}).status_code == 200


def test_a_service_nobody_began_says_how_to_begin(bike):
    assert "Nobody began this form in the last 30 days" in bikes().get(f"{ADDRESS}/").content.decode()


def test_a_service_that_is_not_there_is_not_found(bike):
    assert bikes("manager").get("/work/services/nothing/figures/").status_code == 404


def test_the_numbers_as_json(used):
    data = bikes().get(f"{ADDRESS}.json").json()
    assert (data["begun"], data["sent"], data["ended"], data["stopped"], data["under_way"]) == (4, 2, 1, 1, 0)
    assert data["completion_rate"] == "75.0"
    assert data["satisfaction"] == "75.0"
    assert {row["page"]: row["stopped"] for row in data["stops"] if row["stopped"]} == {"email": 1}
    assert [(row["question"], row["fault"], row["count"]) for row in data["refused"]] == [("who", "missing", 1)]


def test_what_each_one_cost(used):
    page = " ".join(bikes().get(f"{ADDRESS}/", {"cost": "£1,000.50"}).content.decode().split())
    assert "£500.25" in page
    assert f"{ADDRESS}.csv?days=30&amp;cost=%C2%A31%2C000.50" in page
    assert bikes().get(f"{ADDRESS}.json", {"cost": "1000.50"}).json()["cost_per_form"] == "500.25"
    assert bikes().get(f"{ADDRESS}.json", {"cost": "1000.50", "publish": ""}).json()["cost_per_form"] is None
    assert "say below what it cost" in bikes().get(f"{ADDRESS}/").content.decode()


@pytest.mark.parametrize("cost", ["x", "-1", "1.234", "1e9", "9" * 400, "<script>", "2000000000"])
def test_what_is_no_cost_is_said_and_kept(used, cost):
    page = bikes().get(f"{ADDRESS}/", {"cost": cost})
    assert page.status_code == 200
    assert '<a href="#cost">' in page.content.decode()
    assert "<script>" not in page.content.decode().split("<main")[1]
    assert "75.0%" in page.content.decode()
    assert bikes().get(f"{ADDRESS}.json", {"cost": cost}).json()["cost_per_form"] is None


def test_as_a_spreadsheet(used):
    response = bikes().get(f"{ADDRESS}.csv")
    assert response["Content-Disposition"] == 'attachment; filename="borrow-a-bike-figures.csv"'
    lines = response.content.decode().splitlines()
    assert "service,completion_rate,75.0" in lines
    assert "refused,who: who: missing,1" in lines


def test_to_publish_without_few_people(used):
    for number in range(6):
        Opinion.objects.create(slug="borrow-a-bike", day=today(), score=5 if number else 1)
    data = bikes().get(f"{ADDRESS}.json", {"publish": ""}).json()
    assert data["opinions"] == {"5": 5, "4": None, "3": 0, "2": 0, "1": None}
    assert data["satisfaction"] is not None
    assert (data["begun"], data["completion_rate"], data["minutes"]) == (None, None, None)
    assert not any(0 < number < 5 for number in numbers(data))
    assert "Your e-mail address" in json.dumps(data)


def numbers(part):
    if isinstance(part, dict | list):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from numbers(inner)
    elif isinstance(part, int):
        yield part
