"""What options do as they are chosen: reveal a question, or put the others out."""

import pytest
from playwright.sync_api import expect

from .applying import Applicant
from .routes import DEVICE, FOSTER

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_question_shows_beneath_its_option(phone, services):
    Applicant(phone, "become-a-foster-carer", FOSTER).jump("spare-bedroom")
    beneath = phone.get_by_label("When do you think it will be free?")
    expect(beneath).to_be_hidden()
    phone.get_by_label("Not yet, but I will have one").check()
    expect(beneath).to_be_visible()


def test_without_javascript_it_is_there_and_asked_only_of_its_option(visit, services):
    page = visit("phone", javascript=False)
    applicant = Applicant(page, "become-a-foster-carer", FOSTER | {"bedroom": "have"}).jump("spare-bedroom")
    expect(page.get_by_label("When do you think it will be free?")).to_be_visible()
    page.get_by_label("Not yet, but I will have one").check()
    applicant.empty()
    expect(applicant.summary).to_contain_text("Tell us when the bedroom will be free")
    del applicant.answers["bedroom_from"]
    assert applicant.one().at == "name"


def test_none_puts_the_other_boxes_out(phone, services):
    Applicant(phone, "borrow-a-device", DEVICE).jump("at-home")
    phone.get_by_label("A tablet").check()
    phone.get_by_label("None of these").check()
    expect(phone.get_by_label("A tablet")).not_to_be_checked()
    phone.get_by_label("A tablet").check()
    expect(phone.get_by_label("None of these")).not_to_be_checked()


def test_none_with_another_is_refused_without_javascript(visit, services):
    page = visit("phone", javascript=False)
    applicant = Applicant(page, "borrow-a-device", DEVICE | {"at_home": ["none", "tablet"]}).jump("at-home")
    applicant.fill()
    applicant.hand.press()
    expect(applicant.summary).to_be_visible()
    expect(page.get_by_label("A tablet")).to_be_checked()


def test_the_letters_left_are_counted(phone, services):
    Applicant(phone, "borrow-a-device", DEVICE).jump("need")
    phone.get_by_label("How would it help?").fill("x" * 990)
    expect(phone.locator(".govuk-character-count__status")).to_contain_text("You have 10 characters remaining")
