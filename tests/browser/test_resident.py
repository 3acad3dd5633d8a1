"""The resident's own pages: signing in with the code we sent, answering what is asked with a file, withdrawing."""

import re

import pytest
from playwright.sync_api import expect

from borough.casework import actions
from borough.casework.models import Case
from borough.foundations.documents.models import Document
from borough.foundations.messages.models import Message
from tests.people import officer

from .accessible import check
from .papers import paper
from .sending import sent

pytestmark = pytest.mark.django_db(transaction=True)
ROSA = {"email": "rosa@example.org"}


@pytest.fixture(autouse=True)
def _mail_goes_to_the_outbox(settings):
    settings.EMAIL_BACKEND = "borough.foundations.messages.mail.OutboxBackend"


@pytest.fixture
def asked(services):
    """A grant we asked something about."""
    case = sent("business-support-grant", **ROSA)
    what = "Send your till report for May."
    actions.move(case=case, move="ask", by=officer("business-support"), reason=what, fields={})
    return case


@pytest.fixture
def fostering(services):
    return sent("become-a-foster-carer", **ROSA)


def code() -> str:
    return re.search(r"\b[0-9]{6}\b", Message.objects.latest("pk").body)[0]


def signed_in(page):
    page.goto("/your-applications/")
    page.get_by_role("button", name="Sign in with a code").click()
    page.get_by_label("E-mail address").fill("rosa@example.org")
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("Code").fill(code())
    with page.expect_navigation():
        page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your applications")


def test_answer_what_is_asked_and_withdraw_another(either, asked, fostering):
    page = either
    signed_in(page)
    page.get_by_role("link", name="business support grant").click()
    expect(page.get_by_text("Send your till report for May.").first).to_be_visible()
    page.locator("[name=text]").fill("Here it is.")
    page.locator("[name=files]").set_input_files([paper("till.pdf")])
    with page.expect_navigation():
        page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("We have your message")).to_be_visible()
    assert Case.objects.get(pk=asked.pk).state == "checks"
    assert Document.objects.filter(about=asked.about, name="till.pdf").exists()

    page.goto("/your-applications/")
    page.get_by_role("link", name="foster").click()
    page.get_by_role("link", name="Withdraw my enquiry").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Withdraw my enquiry").click()
    assert Case.objects.get(pk=fostering.pk).state == "withdrawn"
    expect(page.get_by_text("You asked us to stop.").first).to_be_visible()


def test_its_pages_are_accessible(narrow, asked, fostering):
    signed_in(narrow)
    check(narrow)
    here = f"/your-applications/{asked.reference}/"
    narrow.goto(here)
    check(narrow)
    narrow.locator("details").last.locator("summary").click()
    check(narrow)
    narrow.goto(here)
    with narrow.expect_navigation():
        narrow.get_by_role("button", name="Send").click()
    expect(narrow.locator(".govuk-error-summary")).to_be_focused()
    check(narrow)
    narrow.goto(f"{here}moves/withdraw/")
    check(narrow)
    narrow.goto("/your-applications/BSG-222-222/")
    check(narrow)
    narrow.goto(f"/your-applications/{fostering.reference}/moves/withdraw/")
    with narrow.expect_navigation():
        narrow.get_by_role("button", name="Withdraw my enquiry").click()
    check(narrow)


def test_opened_with_a_reference_and_a_code_by_text(narrow, asked):
    narrow.goto("/your-applications/find/")
    with narrow.expect_navigation():
        narrow.get_by_role("button", name="Send me a code").click()
    check(narrow)
    narrow.get_by_label("Your reference").fill(asked.reference.lower().replace("-", " "))
    narrow.get_by_label("By text message").check()
    narrow.get_by_role("button", name="Send me a code").click()
    narrow.get_by_label("Code", exact=True).fill("12")
    with narrow.expect_navigation():
        narrow.get_by_role("button", name="Open it").click()
    check(narrow)
    narrow.get_by_label("Code", exact=True).fill(code())
    with narrow.expect_navigation():
        narrow.get_by_role("button", name="Open it").click()
    assert narrow.url.endswith(f"/your-applications/{asked.reference}/")
    check(narrow)
