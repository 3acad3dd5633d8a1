"""A page that asks for an address: found by postcode and chosen, or typed. No JavaScript is needed."""

import pytest

from borough.forms.models import Journey
from borough.foundations.gazetteer.models import Address

from .. import made

pytestmark = pytest.mark.django_db
PAGE = "/apply/everything/home"


@pytest.fixture
def there(client, db):
    made.publish(made.everything_from("home"), "everything")
    for uprn, line_1 in ((101, "2 Lark Road"), (102, "10 Lark Road")):
        Address.objects.create(uprn=uprn, line_1=line_1, town="Ambleton", postcode="SK1 1AA")
    return client


def post(client, do="continue", **typed):
    return client.post(PAGE, {f"home-{part}": text for part, text in typed.items()} | {"do": do})


def kept():
    journey = Journey.objects.first()
    return journey and journey.answers.get("home")


def test_a_postcode_gives_its_addresses_to_choose_from(there):
    page = post(there, "find home", find="sk11aa").content.decode()
    assert "2 addresses found" in page
    assert page.index("2 Lark Road") < page.index("10 Lark Road")
    assert "There is a problem" not in page


def test_the_one_chosen_is_kept_with_its_number(there):
    assert post(there, find="SK1 1AA", uprn="102").status_code == 302
    assert kept() == {"line_1": "10 Lark Road", "line_2": "", "town": "Ambleton", "postcode": "SK1 1AA", "uprn": 102}


def test_going_on_without_choosing_asks_to_choose(there):
    page = post(there, find="SK1 1AA").content.decode()
    assert "Choose the address" in page
    assert "There is a problem" in page
    assert "2 addresses found" in page


def test_a_postcode_without_addresses_says_so_and_keeps_it(there):
    page = post(there, "find home", find="SK9 9ZZ").content.decode()
    assert "We have no addresses at SK9 9ZZ" in page
    assert 'value="SK9 9ZZ"' in page


@pytest.mark.parametrize("postcode", ["SK", "not one", "SK1 1A!", "\u202eSK1", "x" * 10_000])
def test_what_is_no_postcode_is_said(there, postcode):
    assert "Enter a whole UK postcode" in post(there, "find home", find=postcode).content.decode()


def test_it_can_be_typed(there):
    typed = {"line_1": "Flat 1", "line_2": "9 Elsewhere Street", "town": "Faraway", "postcode": "m1 1ae"}
    assert post(there, **typed).status_code == 302
    assert kept() == typed | {"postcode": "M1 1AE", "uprn": None}


def test_typed_in_part_it_says_what_is_missing_and_keeps_the_rest(there):
    page = post(there, line_1="Flat <1>", postcode="M1 1AE").content.decode()
    assert "Enter the town or city" in page
    assert 'value="Flat &lt;1&gt;"' in page
    assert '<details class="govuk-details" open>' in page


def test_typing_one_replaces_the_one_chosen(there):
    post(there, find="SK1 1AA", uprn="102")
    typed = {"line_1": "1 New Street", "town": "Faraway", "postcode": "M1 1AE"}
    post(there, find="SK1 1AA", uprn="102", **typed)
    assert kept()["line_1"] == "1 New Street"
    assert kept()["uprn"] is None


def test_another_postcode_replaces_the_one_chosen(there):
    post(there, find="SK1 1AA", uprn="102")
    Address.objects.create(uprn=103, line_1="1 Wren Road", town="Ambleton", postcode="SK1 1AB")
    assert "1 address found" in post(there, "find home", find="SK1 1AB", uprn="102").content.decode()


def test_coming_back_shows_it_and_going_on_keeps_it(there):
    post(there, find="SK1 1AA", uprn="102")
    page = there.get(PAGE).content.decode()
    assert "10 Lark Road, Ambleton" in page
    before = kept()
    post(there, find="SK1 1AA", uprn="102")
    assert kept() == before


@pytest.mark.parametrize("uprn", ["999", "x", "-1", "9" * 12, "9" * 99, "١٠٢", "102; DROP TABLE"])
def test_a_number_that_is_not_there_is_no_address(there, uprn):
    response = post(there, find="SK1 1AA", uprn=uprn)
    assert response.status_code in (200, 302)
    if kept():
        assert kept()["uprn"] in (None, 102)


def test_looking_up_is_limited_kindly(there, monkeypatch):
    monkeypatch.setattr("borough.forms.views.page.limits.hit", lambda **_: False)
    assert post(there, "find home", find="SK1 1AA").status_code == 429
