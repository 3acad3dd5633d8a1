"""The public directory, and a partner's own pages."""

import pytest
from django.test import Client

from borough.communities.alliance.models import Champion, Hours, Support
from tests import people
from tests.people import signed_in

from . import world


@pytest.fixture
def two(db):
    world.postcode()
    world.postcode("SK7 4AA", latitude="53.380000", longitude="-2.110000", ward="Hazel Grove")
    near, far = world.partner("Silver Surfers"), world.partner("New Start")
    world.support(near, world.site(near), name="Near tea")
    world.support(far, world.site(far, "SK7 4AA"), name="Far data", needs=["data"], languages=["pl"])
    return near, far


def test_found_by_postcode_need_and_ward(two):
    page = Client().get("/support/", {"postcode": "sk1 3xe"}).content.decode()
    assert page.index("Near tea") < page.index("Far data")
    assert "0.0 miles away" in page
    assert "Tuesday, 10am to midday" in page
    page = Client().get("/support/", {"need": "data"}).content.decode()
    assert "Near tea" not in page
    page = Client().get("/support/", {"ward": "hazel-grove"}).content.decode()
    assert "Far data" in page
    assert "Near tea" not in page
    assert "<circle" in page


@pytest.mark.parametrize(("code", "words"), [("SK", "Enter a whole postcode"), ("M1 1AE", "do not know this")])
def test_a_postcode_that_is_none_keeps_what_was_typed(code, words, two):
    page = Client().get("/support/", {"postcode": code}).content.decode()
    assert words in page
    assert f'value="{code}"' in page


@pytest.mark.parametrize(
    "query", ["need=x", "ward=nowhere", "page=999", "page=x", "postcode=%00", "postcode=" + "9" * 500]
)
def test_whatever_is_in_the_address_there_is_a_page(query, two):
    assert Client().get(f"/support/?{query}").status_code == 200


def test_one_of_them_and_its_date(two):
    found = Support.objects.get(name="Near tea")
    page = Client().get(found.get_absolute_url()).content.decode()
    assert "Ring before you go" in page
    found.status = "inactive"
    found.save()
    assert Client().get(found.get_absolute_url()).status_code == 404


def test_the_directory_asks_little_of_the_database(two, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        Client().get("/support/", {"postcode": "SK1 3XE", "need": "start"})


def test_a_partner_keeps_its_own_pages(two):
    near, far = two
    client = signed_in(world.partners_user(near), factor=None)
    assert client.get("/alliance/")["Location"] == f"/alliance/{near.pk}/"
    assert client.get(f"/alliance/{far.pk}/").status_code == 404
    here = f"/alliance/{near.pk}/"
    place = {"name": "Library", "line_1": "2 Example Street", "town": "Stockport", "postcode": "SK1 3XE"}
    assert client.post(here + "place/", place).status_code == 302
    assert "You have a place of that name" in client.post(here + "place/", place).content.decode()
    assert "Enter a whole postcode" in client.post(here + "place/", place | {"postcode": "SK"}).content.decode()
    site = near.sites.get(name="Library")
    assert site.ward.name == "Edgeley"
    way = {"name": "Safe and sound", "description": "Ask us.", "needs": ["safety"], "languages": ["en"],
           "how": "Ring", "cost": "Free", "status": "active", "sites": [str(site.pk)]}  # fmt: skip
    assert client.post(here + "support/", way).status_code == 302
    assert "Choose what people get help with" in client.post(here + "support/", way | {"needs": []}).content.decode()
    made = Support.objects.get(name="Safe and sound")
    hours = {"place": made.places.get().pk, "day": "2", "opens": "10:00", "closes": "12:00"}
    assert client.post(f"{here}support/{made.pk}/hours/", hours).status_code == 302
    assert "It is open then already" in client.post(f"{here}support/{made.pk}/hours/", hours).content.decode()
    late = client.post(f"{here}support/{made.pk}/hours/", hours | {"closes": "09:00"}).content.decode()
    assert "It must close after it opens" in late
    assert Hours.objects.filter(place__support=made).count() == 1
    assert client.post(f"{here}support/{made.pk}/assure/").status_code == 302
    page = client.get(here).content.decode()
    assert "Looked at on" in page
    champion = {"name": "Chris Champion", "languages": ["en"]}
    assert client.post(here + "champion/", champion).status_code == 302
    assert "not trained and checked yet" in client.get(here).content.decode()


def test_the_team_sees_all_and_keeps_the_champions(two):
    near, _far = two
    champion = world.champion(near, name="Chris Champion", trained_on=None)
    client = signed_in(world.team())
    assert "Silver Surfers" in client.get("/work/alliance/").content.decode()
    assert "Not yet" in client.get("/work/alliance/champions/").content.decode()
    typed = {"name": "Chris Champion", "languages": ["en"], "trained_on-day": "1", "trained_on-month": "2",
             "trained_on-year": "2099"}  # fmt: skip
    address = f"/work/alliance/champions/{champion.pk}/"
    assert "Enter today or a day before" in client.post(address, typed).content.decode()
    assert client.post(address, typed | {"trained_on-year": "2026"}).status_code == 302
    assert Champion.objects.get().trained_on.year == 2026


@pytest.mark.parametrize(
    "who", [lambda: signed_in(people.officer("grants")), lambda: signed_in(people.resident(), factor=None), Client]
)
def test_others_do_not_get_in(who, two):
    near, _far = two
    client = who()
    for address in ("/alliance/", f"/alliance/{near.pk}/", f"/alliance/{near.pk}/support/", "/work/alliance/"):
        assert client.get(address).status_code in (302, 403, 404), address
