"""Files in an entry of a repeated group: replaced, sent by two tabs at once, taken away, and found to have a virus."""

import pytest
from django.test import Client

from borough.forms.actions.files import change_files
from borough.forms.models import Journey, Submission
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.documents.models import Document
from borough.foundations.documents.scanning import scan_due
from tests.foundations.documents import files
from tests.foundations.documents.clamd import BAD
from tests.foundations.together import at_once

from .. import made
from ..journeys.papers import pdf
from .steps import YOU, go, no_more


@pytest.fixture
def entry(client):
    """begin(most) -> the address of an entry that sells food, up to its page of papers."""

    def begin(most=1):
        made.publish(made.party("kinds: [pdf], most: 1", f"kinds: [pdf], most: {most}"), "party")
        go(client, *YOU)
        base = client.post("/apply/party/stalls", {"stalls_more": "yes"})["Location"].removesuffix("stall-name")
        go(client, *((base.removeprefix("/apply/party/") + page, typed) for page, typed in PAGES))
        return base

    return begin


PAGES = [("stall-name", {"stall_name": "Cakes"}), ("stall-food", {"food": "yes"})]


def answers(base) -> dict:
    return Journey.objects.get().answers["stalls"][base.split("/")[-2]]


def names(base):
    return [file["name"] for file in answers(base).get("papers", [])]


@pytest.mark.django_db
def test_one_is_replaced(client, entry):
    base = entry()
    client.post(base + "stall-papers", {"papers": pdf("old.pdf"), "do": "upload papers"})
    page = client.post(base + "stall-papers", {"papers": pdf("new.pdf"), "do": "upload papers"}).content.decode()
    assert "You can send 1 file at most" in page
    client.post(base + "stall-papers", {"do": f"remove papers {answers(base)['papers'][0]['id']}"})
    client.post(base + "stall-papers", {"papers": pdf("new.pdf"), "do": "continue"})
    assert names(base) == [document.name for document in Document.objects.all()] == ["new.pdf"]


@pytest.mark.django_db(transaction=True)
def test_two_tabs_at_once_lose_none(client, entry):
    base = entry(most=20)

    def upload(number):
        tab = Client()
        tab.cookies = client.cookies
        return tab.post(base + "stall-papers", {"papers": pdf(f"{number}.pdf"), "do": "upload papers"}).status_code

    assert set(at_once(8, upload)) == {302}
    assert sorted(names(base)) == [f"{number}.pdf" for number in range(8)]


@pytest.mark.django_db
def test_more_than_fit_from_two_tabs_are_kept_until_somebody_chooses(client, entry):
    """Each tab saw room for its own."""
    base = entry(most=1)
    client.post(base + "stall-papers", {"papers": pdf("one.pdf"), "do": "upload papers"})
    other = answers(base)["papers"][0] | {"name": "two.pdf"}
    within = ("stalls", base.split("/")[-2])
    change_files(journey=Journey.objects.get(), question="papers", add=[other], within=within, by=SYSTEM)
    page = client.post(base + "stall-papers", {"do": "continue"}).content.decode()
    assert "Choose one file" in page
    assert "Remove<span" in page
    assert names(base) == ["one.pdf", "two.pdf"]


@pytest.mark.django_db
def test_an_infected_one_holds_up_the_form_at_its_own_page(client, entry, scanner, django_capture_on_commit_callbacks):
    base = entry()
    client.post(base + "stall-papers", {"papers": files.sent("bad.pdf", BAD), "do": "continue"})
    go(client, (base.removeprefix("/apply/party/") + "stall-cost", {"cost": "5"}))
    no_more(client)
    go(client, ("helpers", {"helpers": "0"}), ("look", {}))
    with django_capture_on_commit_callbacks(execute=True):
        assert scan_due() == 1
    sent = client.post("/apply/party/send")
    assert sent["Location"].startswith(base + "stall-papers")
    assert (
        "We found a virus in “bad.pdf”. Remove it, then send another file"
        in client.get(sent["Location"]).content.decode()
    )
    client.post(base + "stall-papers", {"do": f"remove papers {answers(base)['papers'][0]['id']}"})
    client.post(base + "stall-papers?change", {"papers": pdf("good.pdf"), "do": "continue"})
    assert client.post("/apply/party/send")["Location"] == "/apply/party/sent"
    [stall] = Submission.objects.get().answers["stalls"]
    assert [file["name"] for file in stall["papers"]] == ["good.pdf"]
    assert Document.objects.get().about.startswith("case:")
