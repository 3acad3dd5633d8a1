"""Files: added, listed, taken away, and refused for what is in them."""

import pytest
from playwright.sync_api import expect

from tests.foundations.documents import files

from .accessible import check
from .applying import Applicant
from .papers import paper
from .routes import GRANT

pytestmark = pytest.mark.django_db(transaction=True)


def test_files_are_added_taken_away_and_kept(either, services):
    applicant = Applicant(either, "business-support-grant", GRANT).jump("evidence")
    applicant.fill()
    applicant.hand.press("button[value^=upload]")
    expect(either.get_by_text("till.pdf").first).to_be_visible()
    with either.expect_navigation():
        either.get_by_role("button", name="Remove sums.csv").click()
    expect(either.get_by_text("sums.csv")).to_have_count(0)
    applicant.hand.press()
    assert applicant.at == "other-money"


def test_a_file_that_lies_about_what_it_is_is_refused(narrow, services):
    applicant = Applicant(narrow, "business-support-grant", GRANT).jump("evidence")
    narrow.locator("[name=evidence]").set_input_files([paper("till.pdf"), paper("sums.pdf", files.EXE)])
    applicant.hand.press()
    expect(applicant.summary).to_be_visible()
    expect(narrow.get_by_text("till.pdf").first).to_be_visible()
    check(narrow)
