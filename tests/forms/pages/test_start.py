"""Before a form: the list of services, a service's start page, its privacy notice."""

import pytest

from .. import made

pytestmark = pytest.mark.django_db


def test_services_are_listed_by_title(client, bike, everything):
    page = client.get("/services/").content.decode()
    assert page.index("Borrow a bike") < page.index("Everything we can ask")


def test_the_start_page_says_what_is_needed(client, db):
    made.publish(made.bike("team:", "before: You need **a helmet**.\nminutes: 3\nteam:"))
    page = client.get("/services/borrow-a-bike/").content.decode()
    assert "<strong>a helmet</strong>" in page
    assert "about 3 minutes" in page
    assert "/apply/borrow-a-bike/who" in page


def test_markup_in_a_definition_is_shown_and_not_run(client, db):
    made.publish(made.bike("team:", "before: 'x <script>alert(1)</script> [y](javascript:alert(1))'\nteam:"))
    page = client.get("/services/borrow-a-bike/").content.decode()
    assert "<script>alert" not in page
    assert 'href="javascript' not in page


def test_somebody_who_began_can_carry_on_or_start_again(client, bike):
    made.fill(client, answers=made.ANSWERS[:1])
    assert "Carry on where you stopped" in client.get("/services/borrow-a-bike/").content.decode()
    assert client.get("/apply/borrow-a-bike/")["Location"] == "/apply/borrow-a-bike/resume"
    client.post("/apply/borrow-a-bike/start-again")
    assert "Start now" in client.get("/services/borrow-a-bike/").content.decode()
    assert client.get("/apply/borrow-a-bike/")["Location"] == "/apply/borrow-a-bike/who"


def test_the_privacy_notice_says_all_that_the_law_asks(client, bike):
    page = client.get("/services/borrow-a-bike/privacy/").content.decode()
    for words in ("To lend bikes.", "Public task.", "Nobody.", "A year.", "30 days", "Your rights"):
        assert words in page
