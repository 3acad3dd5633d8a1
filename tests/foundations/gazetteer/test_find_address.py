"""/find-address/ as a page and as JSON."""

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("lark_road")]
JSON = {"HTTP_ACCEPT": "application/json"}


def test_the_page_asks_for_a_postcode(client):
    page = client.get("/find-address/").content.decode()
    assert "<h1" in page
    assert "There is a problem" not in page


def test_the_page_lists_addresses_in_order(client):
    page = client.get("/find-address/", {"postcode": "sk11aa"}).content.decode()
    assert "3 addresses at SK1 1AA" in page
    assert page.index("2 Lark Road, Ambleton") < page.index("10 Lark Road, Ambleton")


@pytest.mark.parametrize("typed", ["x", "<script>", "\0", "\u202e", "😀", "a" * 2_000, " "])
def test_a_wrong_postcode_says_what_to_do_and_keeps_what_was_typed(client, typed):
    response = client.get("/find-address/", {"postcode": typed})
    assert response.status_code == 400
    assert "Enter a full UK postcode" in response.content.decode()
    assert "<script>alert" not in response.content.decode()


def test_an_unknown_postcode_says_what_to_do(client):
    assert "type the address yourself" in client.get("/find-address/?postcode=SK9+9ZZ").content.decode()


def test_json_has_each_address(client):
    response = client.get("/find-address/", {"postcode": "sk1 1ab"}, **JSON)
    assert response.json() == {
        "postcode": "SK1 1AB",
        "addresses": [
            {
                "uprn": "104",
                "organisation": "Larkside Bakery",
                "line_1": "12 Lark Road",
                "line_2": "",
                "town": "Ambleton",
                "postcode": "SK1 1AB",
                "one_line": "Larkside Bakery, 12 Lark Road, Ambleton, SK1 1AB",
            }
        ],
    }
    assert "Accept" in response["Vary"]


def test_json_says_what_is_wrong(client):
    for query in ({}, {"postcode": "x"}):
        response = client.get("/find-address/", query, **JSON)
        assert response.status_code == 400
        assert "postcode" in response.json()["error"]


def test_too_many_look_ups_have_to_wait(client, monkeypatch):
    monkeypatch.setattr("borough.foundations.gazetteer.views.MOST", 2)
    for _ in range(2):
        assert client.get("/find-address/?postcode=SK1+1AA").status_code == 200
    assert client.get("/find-address/?postcode=SK1+1AA").status_code == 429
    told = client.get("/find-address/?postcode=SK1+1AA", **JSON)
    assert told.status_code == 429
    assert "error" in told.json()
    assert client.get("/find-address/").status_code == 200


def test_it_only_reads(client):
    assert client.post("/find-address/").status_code == 405
