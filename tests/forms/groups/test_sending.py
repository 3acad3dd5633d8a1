"""A form with repeated groups, from check answers to the submission; saved and come back to with its files."""

import re

import pytest

from borough.forms.models import Submission
from borough.foundations.documents.models import Document
from borough.foundations.messages.models import Message

from ..journeys.papers import pdf
from .steps import YOU, add, go, no_more

pytestmark = pytest.mark.django_db


def to_the_end(client):
    go(client, *YOU)
    add(client, "Cakes", "12.50")
    add(client, "Pies", "7")
    no_more(client)
    go(client, ("helpers", {"helpers": "1"}), ("people/1/helper-name", {"helper_name": "Bo"}), ("people", {}))


def test_a_mini_summary_and_a_sum_stand_on_the_page(client, party):
    to_the_end(client)
    page = client.get("/apply/party/look").content.decode()
    assert "All of it costs £22." in page
    assert "Stall 1: What is the stall called?" in page
    assert "Your full name" not in page  # that is another section


def test_check_answers_shows_each_entry_under_its_section(client, party):
    to_the_end(client)
    go(client, ("look", {}), then="/apply/party/check-answers")
    page = client.get("/apply/party/check-answers").content.decode()
    assert "&lt;" not in page
    assert page.index("About you") < page.index("Your full name") < page.index("Your party")
    assert re.search(r"Stall 2: What does it cost\?.*?£7", page, re.S)
    assert re.search(r"Cost in all.*?£22", page, re.S)
    links = re.findall(r'href="(/apply/party/stalls/\d+/stall-cost\?change)"', page)
    assert client.post(links[0], {"cost": "1"})["Location"] == "/apply/party/check-answers"


def test_what_is_sent_has_lists_and_sums(client, party):
    to_the_end(client)
    go(client, ("look", {}))
    client.post("/apply/party/send")
    answers = Submission.objects.get().answers
    assert [entry["stall_name"] for entry in answers["stalls"]] == ["Cakes", "Pies"]
    assert answers["people"] == [{"helper_name": "Bo"}]
    assert answers["total"] == "22.00"
    assert "stalls_more" not in answers
    assert "It costs £22." in Message.objects.get(about__startswith="case:").body


def test_answers_of_a_branch_left_behind_do_not_count(client, party):
    to_the_end(client)
    go(client, ("helpers", {"helpers": "0"}), then="/apply/party/look")
    go(client, ("look", {}))
    client.post("/apply/party/send")
    assert "people" not in Submission.objects.get().answers
    assert Submission.objects.get().answers["total"] == "19.50"


def test_files_of_an_entry_are_there_when_somebody_comes_back(client, party):
    go(client, *YOU)
    place = client.post("/apply/party/stalls", {"stalls_more": "yes"})["Location"]
    base = place.removesuffix("stall-name")
    client.post(place, {"stall_name": "Cakes"})
    client.post(base + "stall-food", {"food": "yes"})
    response = client.post(base + "stall-papers", {"papers": pdf("food.pdf"), "do": "continue"})
    assert response["Location"] == base + "stall-cost"
    assert "food.pdf" in client.get(base + "stall-papers").content.decode()
    client.post("/apply/party/save", {"email": "ada@example.org"})
    link = re.search(r"/resume/\S+", Message.objects.get(subject__startswith="Your form is saved").body)[0]
    client.cookies.clear()
    client.post(link)
    assert "food.pdf" in client.get(base + "stall-papers").content.decode()
    client.post(base + "remove")
    assert not Document.objects.exists()
