"""Files in an entry of a list: sent on one browser, there on another by the link, more added, and all of it sent."""

import pytest
from playwright.sync_api import expect

from borough.forms.models import Submission
from borough.foundations.documents.models import Document
from tests.forms import made

from .accessible import check
from .hands import Pointer, follow
from .papers import paper
from .test_repeating import you
from .test_saving_for_later import link

pytestmark = pytest.mark.django_db(transaction=True)
UPLOAD = "button[value='upload papers']"


@pytest.fixture
def party(transactional_db):
    return made.publish(made.party("kinds: [pdf], most: 1", "kinds: [pdf, image], least: 2, most: 3"), "party")


def test_files_are_there_when_somebody_comes_back(visit, party):
    first = visit("phone")
    hands = you(first)
    hands.choose("stalls_more", "yes")
    hands.press()
    hands.write("stall_name", "Cakes")
    hands.press()
    hands.choose("food", "yes")
    hands.press()
    check(first)
    hands.attach("papers", [paper("till.pdf")])
    hands.press(UPLOAD)
    expect(first.get_by_text("till.pdf").first).to_be_visible()
    check(first)
    hands.press()
    expect(first.locator(".govuk-error-summary")).to_contain_text("Choose at least 2 files")
    check(first)
    follow(first.get_by_role("link", name="Save and come back later"))
    first.get_by_label("Your e-mail address").fill("ada@example.org")
    follow(first.get_by_role("button", name="Send me the link"))

    second = visit("desktop", javascript=False)
    hands = Pointer(second)
    second.goto(link())
    follow(second.get_by_role("button", name="Open my form"))
    follow(second.get_by_role("link", name="Finish Stall 1"))
    if second.url.endswith("stall-cost"):
        follow(second.get_by_role("link", name="Back", exact=True))
    expect(second.get_by_text("till.pdf").first).to_be_visible()
    hands.attach("papers", [paper("statement.png")])
    hands.press(UPLOAD)
    follow(second.get_by_role("button", name="Remove till.pdf"))
    expect(second.get_by_text("till.pdf")).to_have_count(0)
    hands.attach("papers", [paper("till.pdf")])
    hands.press()
    hands.write("cost", "5")
    hands.press()
    hands.choose("stalls_more", "no")
    hands.press()
    hands.write("helpers", "0")
    hands.press()
    hands.press()
    expect(second.locator("main")).to_contain_text("statement.png")
    follow(second.get_by_role("button", name="Send"))
    [stall] = Submission.objects.get().answers["stalls"]
    assert [file["name"] for file in stall["papers"]] == ["statement.png", "till.pdf"]
    assert {document.name for document in Document.objects.all()} == {"statement.png", "till.pdf"}
