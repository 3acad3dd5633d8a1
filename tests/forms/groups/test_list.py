"""The list page: add, change, remove, least and most."""

import pytest

from borough.forms.models import Journey
from borough.foundations.audit.models import AuditEvent

from ..made import party as changed
from ..made import publish
from .steps import YOU, add, go, no_more

pytestmark = pytest.mark.django_db


def test_what_was_added_is_listed_with_ways_to_change_it(client, party):
    go(client, *YOU, then="/apply/party/stalls")
    key = add(client, "Cakes", "12.50")
    page = client.get("/apply/party/stalls").content.decode()
    assert "Stall 1" in page
    assert "Cakes" in page
    assert f'href="/apply/party/stalls/{key}/stall-name"' in page
    no_more(client)


def test_one_half_entered_has_to_be_finished_or_removed(client, party):
    go(client, *YOU)
    place = client.post("/apply/party/stalls", {"stalls_more": "yes"})["Location"]
    client.post(place, {"stall_name": "Cakes"})
    response = client.post("/apply/party/stalls", {"stalls_more": "no"})
    assert "Stall 1 is not finished: finish it or remove it" in response.content.decode()


def test_a_change_starts_from_what_was_entered(client, party):
    go(client, *YOU)
    key = add(client, "Cakes", "12.50")
    page = client.get(f"/apply/party/stalls/{key}/stall-name").content.decode()
    assert 'value="Cakes"' in page
    go(client, (f"stalls/{key}/stall-name", {"stall_name": "Pies"}))
    assert Journey.objects.get().answers["stalls"][key]["stall_name"] == "Pies"


def test_removing_is_asked_first_and_recorded(client, party):
    go(client, *YOU)
    first, second = add(client, "Cakes", "1"), add(client, "Pies", "2")
    page = client.get(f"/apply/party/stalls/{first}/remove").content.decode()
    assert "Do you want to remove stall 1?" in page
    assert "Cakes" in page
    client.post(f"/apply/party/stalls/{first}/remove")
    assert list(Journey.objects.get().answers["stalls"]) == [second]
    assert AuditEvent.objects.filter(action="journey.entry_removed").count() == 1
    assert client.post(f"/apply/party/stalls/{first}/remove")["Location"] == "/apply/party/stalls"


def test_the_most_there_may_be(client, party):
    go(client, *YOU)
    for name in ("Cakes", "Pies", "Toys"):
        add(client, name, "1")
    assert "Do you have a stall" not in client.get("/apply/party/stalls").content.decode()
    assert client.get("/apply/party/stalls/999999/stall-name")["Location"] == "/apply/party/stalls"
    go(client, ("stalls", {}), then="/apply/party/helpers")


def test_the_least_there_must_be(client, db):
    publish(changed("      least: 0\n", "      least: 2\n"), "party")
    go(client, *YOU)
    assert client.get("/apply/party/stalls")["Location"].endswith("/stall-name")
    add(client, "Cakes", "1")
    response = client.post("/apply/party/stalls", {"stalls_more": "no"})
    assert "Add at least 2: Stall 2 is still to come" in response.content.decode()


def test_an_earlier_number_says_how_many(client, party):
    go(client, *YOU)
    no_more(client)
    go(client, ("helpers", {"helpers": "2"}), then="/apply/party/people")
    assert client.get("/apply/party/people")["Location"] == "/apply/party/people/1/helper-name"
    go(client, ("people/1/helper-name", {"helper_name": "Bo"}), then="/apply/party/people")
    assert "Not started" in client.get("/apply/party/people").content.decode()
    assert "Helper 2 is not finished" in client.post("/apply/party/people", {}).content.decode()
    go(client, ("people/2/helper-name", {"helper_name": "Cy"}), ("people", {}), then="/apply/party/look")


def test_two_tabs_that_each_add_one_add_two(client, party):
    go(client, *YOU)
    first = client.post("/apply/party/stalls", {"stalls_more": "yes"})["Location"]
    client.post(first, {"stall_name": "Cakes"})
    second = client.post("/apply/party/stalls", {"stalls_more": "yes"})["Location"]
    client.post(second, {"stall_name": "Pies"})
    client.post(first.replace("stall-name", "stall-food"), {"food": "no"})
    entries = list(Journey.objects.get().answers["stalls"].values())
    assert entries == [{"stall_name": "Cakes", "food": "no"}, {"stall_name": "Pies"}]


@pytest.mark.parametrize("path", ["stalls/1/nothing", "music/1/stall-name", "stalls/9999999999999999/stall-name"])
def test_pages_that_are_not_there(client, party, path):
    go(client, *YOU)
    assert client.get(f"/apply/party/{path}").status_code == 404
