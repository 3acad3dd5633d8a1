"""Going back, changing an answer, and putting faults right: nothing typed is lost."""

import pytest
from playwright.sync_api import expect

from .applying import Applicant
from .routes import DEVICE, FOSTER

pytestmark = pytest.mark.django_db(transaction=True)
SHORT = {"for_whom": "me", "lives_here": "yes", "kind": "data", "collect": "bring", "contact_by": "letter"}
SHORT = DEVICE | SHORT | {"bring_notes": "Ring twice"}


def test_back_leads_a_page_back_and_shows_what_was_answered(either, services):
    applicant = Applicant(either, "become-a-foster-carer", FOSTER).jump("name").one()
    either.get_by_role("link", name="Back", exact=True).click()
    expect(either.get_by_label("What is your full name?")).to_have_value("Rosa Example")
    either.get_by_role("link", name="Back", exact=True).click()
    expect(either.locator("[name=bedroom][value=soon]")).to_be_checked()
    expect(either.locator("[name=bedroom_from]")).to_have_value("Next summer")
    assert applicant.at == "spare-bedroom"


def test_an_answer_is_changed_from_check_answers_which_comes_back(either, services):
    applicant = Applicant(either, "borrow-a-device", SHORT).jump("check-answers")
    either.locator("a[href$='/name?change']").click()
    either.get_by_label("What is your full name?").fill("Nia Example")
    applicant.hand.press()
    assert applicant.at == "check-answers"
    expect(either.get_by_text("Nia Example")).to_be_visible()


def test_a_change_that_needs_more_answers_asks_them_and_comes_back(desktop, services):
    applicant = Applicant(desktop, "borrow-a-device", SHORT).jump("check-answers")
    desktop.locator("a[href$='/collect?change']").first.click()
    applicant.answers = DEVICE
    applicant.one()
    assert applicant.at == "library"
    applicant.one()
    assert applicant.at == "check-answers"
    expect(desktop.get_by_text("Marple")).to_be_visible()


def test_all_faults_are_said_at_once_and_what_was_typed_stays(either, services):
    wrong = FOSTER | {"phone": "ring me", "ring_when": []}
    applicant = Applicant(either, "become-a-foster-carer", wrong).jump("phone")
    applicant.fill()
    applicant.hand.press()
    expect(applicant.summary.get_by_role("link")).to_have_count(2)
    expect(either.get_by_label("What number should we ring?")).to_have_value("ring me")
    applicant.summary.get_by_role("link").first.click()
    expect(either.get_by_label("What number should we ring?")).to_be_focused()


def test_a_date_that_is_none_stays_as_typed(desktop, services):
    applicant = Applicant(desktop, "become-a-foster-carer", {"date_of_birth": "31 2 1985"}).start()
    applicant.fill()
    applicant.hand.press()
    expect(applicant.summary).to_be_visible()
    assert [box.input_value() for box in desktop.locator("input[type=text]").all()] == ["31", "2", "1985"]
